// <documentolog-sign>: for pages without a framework, and for frameworks without an adapter.
import { identityOf, openWith, warnOfChanges } from './adapters.js';
import type { Diagnostic } from './bindings.js';
import { mount, sign } from './index.js';
import type { GivenOptions, Session, SessionEventOf, SessionEventType, SignOptions, TokenSource } from './types.js';

/** Where there are no elements (on a server) importing this must do no harm. */
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/** Attributes, and the options that they give. */
const ATTRIBUTES = {
  'base-url': 'baseUrl',
  locale: 'locale',
  'frame-title': 'title',
  permissions: 'permissions',
  sandbox: 'sandbox',
  credentialless: 'credentialless',
  'leave-guard': 'leaveGuard',
} as const;

/** Properties that a page may have set before the element was defined. */
const PROPERTIES = ['token', 'options'] as const;

/**
 * Signs for as long as it is in the page and has a token. The token is a property and never
 * an attribute: attributes can be read by anything in the page. The other options are
 * attributes, or the property `options`. Events bubble and cross shadow roots; the session's
 * event is `event.detail`.
 */
export class DocumentologSignElement extends Base {
  /** The attributes that are options. */
  static readonly observedAttributes: readonly string[] = Object.keys(ATTRIBUTES);
  #token: TokenSource | undefined;
  #options: GivenOptions = {};
  #session: Session | undefined;
  #opened: GivenOptions | undefined;
  #isScheduled = false;

  /**
   * The access token, or how to get it. Another text, promise or object opens a new session; a
   * function in place of a function does not, as templates make one at each render, and is the one
   * that is asked from then on: `open()` begins anew.
   */
  get token(): TokenSource | undefined {
    return this.#token;
  }
  /** Another text, promise or object opens a new session. */
  set token(token: TokenSource | undefined) {
    const before = this.#token;
    this.#token = token;
    const isSame = token != null && before != null && identityOf(token) === identityOf(before);
    if (isSame || Object.is(token, before)) return;
    this.#close();
    this.#schedule();
  }

  /** Options that are no attributes, or in place of them; they count from the next session on. */
  get options(): GivenOptions {
    return this.#options;
  }
  /** They count from the next session on. */
  set options(options: GivenOptions) {
    this.#options = options ?? {};
    this.#warn();
  }

  /** The session, while there is one. */
  get session(): Session | undefined {
    return this.#session;
  }

  /** Called by the browser. */
  connectedCallback(): void {
    for (const name of PROPERTIES) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      (this as Record<string, unknown>)[name] = value;
    }
    if (getComputedStyle(this).display === 'inline') this.style.display = 'block';
    this.#schedule();
  }

  /** Called by the browser. */
  disconnectedCallback(): void {
    // An element that is being moved is back at once.
    queueMicrotask(() => {
      if (!this.isConnected) this.#close();
    });
  }

  /** Called by the browser. */
  attributeChangedCallback(): void {
    this.#warn();
  }

  /** Begins a new session in place of the one that there is, or was. */
  open(): void {
    this.#close();
    this.#schedule();
  }

  /** Opens the signing page anew. */
  retry(): void {
    this.#session?.retry();
  }

  /** Closes the session. */
  close(): void {
    this.#session?.close();
  }

  /** Opens a session when the script that sets the element up has done all of it. */
  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    queueMicrotask(() => {
      this.#isScheduled = false;
      if (this.isConnected && this.#token != null && !this.#session) this.#open();
    });
  }

  #open(): void {
    this.#opened = this.#given();
    const tell = (type: string, detail: unknown) =>
      this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
    const session = openWith(
      (options) => (this.hasAttribute('modal') ? sign(options) : mount(this, options)),
      () => this.#given(),
      (event) => {
        if (this.#session !== session) return;
        tell(event.type, event);
        this.#options.onEvent?.(event);
      },
      {
        diagnose: (diagnostic) => {
          tell('diagnostic', diagnostic);
          this.#options.onDiagnostic?.(diagnostic);
        },
      },
    );
    this.#session = session;
  }

  #close(): void {
    const session = this.#session;
    this.#session = this.#opened = undefined;
    session?.close();
  }

  /** The options, from attributes and the property. */
  #given(): GivenOptions {
    const options: Record<string, unknown> = {};
    for (const [attribute, name] of Object.entries(ATTRIBUTES)) {
      const value = this.getAttribute(attribute);
      if (value === null) continue;
      if (name === 'permissions') options[name] = value.split(/\s+/).filter(Boolean);
      else options[name] = value === '' && name !== 'title' ? true : value;
    }
    return { ...options, ...this.#options, token: this.#token as TokenSource };
  }

  #warn(): void {
    if (this.#opened) warnOfChanges(this.#opened, (this.#opened = this.#given()));
  }
}

/** The element's own events, and those of its sessions. */
export type DocumentologSignElementEventMap = {
  [Type in SessionEventType]: CustomEvent<SessionEventOf<Type>>;
} & {
  /** Something an integrator may want to know. */
  diagnostic: CustomEvent<Diagnostic>;
};

export interface DocumentologSignElement {
  /** Listens to an event of the session's. */
  addEventListener<Type extends keyof DocumentologSignElementEventMap>(
    type: Type,
    listener: (this: DocumentologSignElement, event: DocumentologSignElementEventMap[Type]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  /** Listens to any other event. */
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'documentolog-sign': DocumentologSignElement;
  }
}

/** Defines the element, if nobody has yet. Importing this module does it under the usual name. */
export function define(name = 'documentolog-sign'): void {
  if (!globalThis.customElements || customElements.get(name)) return;
  // A class can be defined once; under another name it needs another class.
  const isTaken = customElements.getName?.(DocumentologSignElement) ?? null;
  customElements.define(name, isTaken ? class extends DocumentologSignElement {} : DocumentologSignElement);
}

define();

