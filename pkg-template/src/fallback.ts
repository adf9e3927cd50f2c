// Where WebAssembly may not run (a Content-Security-Policy without 'wasm-unsafe-eval', a
// browser that forbids it) or the widget's code does not come, signing must stay possible:
// this small surface says so and opens the signing page in a tab of its own. Its texts and
// its style are Rust's.
import { dialogHost, presets, style, texts, tokenTimeout } from './fallback-texts.js';
import type { ClosedBy, Phase } from './bindings.js';
import type { SessionEvent, SignOptions } from './types.js';

/** How wrong the signer's clock may be, in seconds, before a token counts as expired. */
const LEEWAY = 60;

/** How often it is looked whether the page is visible, in milliseconds. */
const LOOK = 200;

/** A label of a host name: what Rust takes for one. */
const LABEL = '[A-Za-z\\d](?:[A-Za-z\\d-]{0,61}[A-Za-z\\d])?';

/** An address as Rust takes it: a scheme, a host, perhaps a port, and nothing else. */
const ADDRESS = new RegExp(`^https?://((?:${LABEL}\\.)*${LABEL}|\\[::1\\])(?::\\d+)?/?$`);

interface Handlers {
  retry(): void;
  closed(by: ClosedBy): void;
  tell(event: SessionEvent): void;
  /** Whether the session has ended meanwhile. */
  isOver(): boolean;
}

class Fallback {
  readonly phase: Phase = 'stalled';
  #host: HTMLElement;
  #dialog: HTMLDialogElement | undefined;
  #handlers: Handlers;
  // What the page has taken out of the document has no size.
  #observer = new ResizeObserver(() => this.#host.isConnected || this.close());

  constructor(container: Element, isModal: boolean, options: SignOptions, url: string, handlers: Handlers) {
    this.#handlers = handlers;
    const locale = (options.locale ?? document.documentElement.lang).split(/[-_]/)[0]!.toLowerCase();
    const words = texts[locale as keyof typeof texts] ?? texts.en;
    this.#host = add(container, 'div');
    this.#host.lang = locale in texts ? locale : 'en';
    const shadow = this.#host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    shadow.adoptedStyleSheets = [sheet];
    let parent: Node = shadow;
    if (isModal) {
      const dialog = add(shadow, 'dialog', 'dialog');
      dialog.setAttribute('aria-labelledby', 'title');
      const header = add(dialog, 'header', 'header');
      const title = add(header, 'h2', 'title', options.title ?? words.title);
      title.id = 'title';
      button(header, 'close', words.close, () => handlers.closed('signer'));
      dialog.addEventListener('close', () => handlers.closed('signer'));
      this.#host.setAttribute(dialogHost, '');
      this.#dialog = dialog;
      parent = dialog;
    }
    const room = add(parent, 'section', 'room');
    room.dataset.view = 'failed';
    const panel = add(room, 'div', 'panel');
    const status = add(panel, 'p', 'status');
    status.setAttribute('role', 'status');
    const alert = add(panel, 'p', 'alert');
    alert.setAttribute('role', 'alert');
    const actions = add(panel, 'div', 'actions');
    const retry = button(actions, 'retry', words.retry, () => this.retry());
    button(actions, 'open-in-tab', words.openInTab, () => {
      // Not by a link: its address would stand in the document, with the token.
      open(url, '_blank', 'noopener,noreferrer');
      room.dataset.view = 'opened-in-tab';
      // A new token may be for a new document: who has signed there would be offered it again.
      retry.hidden = true;
      alert.textContent = '';
      status.textContent = words.openedInTab;
      handlers.tell(Object.freeze({ type: 'opened-in-tab' }));
    });
    this.#dialog?.showModal();
    this.#observer.observe(this.#host);
    alert.textContent = words.failed;
  }

  retry(): void {
    this.remove();
    this.#handlers.retry();
  }

  close(): void {
    this.#handlers.closed('page');
  }

  /** Takes it out of the page. */
  remove(): void {
    this.#observer.disconnect();
    this.#handlers.closed = () => {};
    this.#dialog?.close();
    this.#host.remove();
  }
}

/**
 * Shows it. Undefined if there is nowhere to show it, or nothing to open: no token that is good in
 * `timeouts.token`, or no address; or if the session is over by then.
 */
export async function show(
  place: Element | string | null,
  options: SignOptions,
  token: unknown,
  handlers: Handlers,
): Promise<Fallback | undefined> {
  const container = typeof place === 'string' ? find(place) : (place ?? document.body);
  const url = embedUrl(options, await inTime(token, options.timeouts?.token ?? tokenTimeout));
  // A dialog would take the focus, if only for a moment.
  if (handlers.isOver()) return undefined;
  return container?.isConnected && url ? new Fallback(container, place === null, options, url, handlers) : undefined;
}

function find(selector: string): Element | null {
  try {
    return document.querySelector(selector);
  } catch {
    return null;
  }
}

/** What a value is or becomes; undefined if it fails, or takes more milliseconds of visible time. */
function inTime(value: unknown, milliseconds: number): Promise<unknown> {
  return new Promise((resolve) => {
    let left = milliseconds;
    const clock = setInterval(() => {
      if (!document.hidden) left -= LOOK;
      if (!(left > 0)) finish();
    }, LOOK);
    const finish = (answer?: unknown) => {
      clearInterval(clock);
      resolve(answer);
    };
    Promise.resolve(value).then(finish, () => finish());
  });
}

/** The signing page's address, under the rules that Rust has for it. */
function embedUrl(options: SignOptions, value: unknown): string | undefined {
  try {
    const base = [options.baseUrl ?? 'doculite'].flat()[0] ?? '';
    const address = presets[base] ?? base;
    const host = ADDRESS.exec(address)?.[1]?.toLowerCase();
    const { protocol, hostname, port, origin } = new URL(address);
    const isSafe = protocol === 'https:' || /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
    // A host that browsers write otherwise than the page does (127.1) is refused.
    const isPlain = hostname === host && host.length <= 253 && port !== '0';
    if (!isSafe || !isPlain || origin === location.origin) return undefined;
    const token = tokenOf(value);
    return token && `${origin}/external/sign/embedded?sParams=${encodeURIComponent(token)}`;
  } catch {
    return undefined;
  }
}

/** The token in what the page has handed over, under the rules that Rust has for it. */
function tokenOf(value: unknown): string | undefined {
  let token = value;
  if (typeof value === 'object' && value) {
    const { status, data, access_token } = value as { status?: unknown; data?: unknown; access_token?: unknown };
    if (status !== undefined && status !== 1) return undefined;
    token = typeof data === 'object' && data ? (data as { access_token?: unknown }).access_token : access_token;
  }
  const isToken = typeof token === 'string' && /^[\w.~+/=-]{1,8192}$/.test(token) && !isExpired(token);
  return isToken ? (token as string) : undefined;
}

/** Whether a token that is a JWT says that its time is over (RFC 7519, `exp`). */
function isExpired(token: string): boolean {
  try {
    const payload = token.split('.')[1]!.replace(/-/g, '+').replace(/_/g, '/');
    const { exp } = JSON.parse(atob(payload)) as { exp?: unknown };
    return typeof exp === 'number' && exp + LEEWAY < Date.now() / 1_000;
  } catch {
    return false;
  }
}

function add<Name extends keyof HTMLElementTagNameMap>(
  parent: Node,
  name: Name,
  part?: string,
  text?: string,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (part) element.setAttribute('part', part);
  if (text) element.textContent = text;
  parent.appendChild(element);
  return element;
}

function button(parent: Node, part: string, text: string, press: () => void): HTMLButtonElement {
  const element = add(parent, 'button', part, text);
  element.type = 'button';
  element.addEventListener('click', press);
  return element;
}
