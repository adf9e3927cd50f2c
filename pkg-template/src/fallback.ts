// Where WebAssembly may not run (a Content-Security-Policy without 'wasm-unsafe-eval', a
// browser that forbids it) or the widget's code does not come, signing must stay possible:
// this small surface says so and opens the signing page in a tab of its own. Its texts and
// its style are Rust's.
import { presets, style, texts } from './fallback-texts.js';
import type { ClosedBy, Phase } from './bindings.js';
import type { SessionEvent, SignOptions } from './types.js';

interface Handlers {
  retry(): void;
  closed(by: ClosedBy): void;
  tell(event: SessionEvent): void;
}

class Fallback {
  readonly phase: Phase = 'stalled';
  #host: HTMLElement;
  #dialog: HTMLDialogElement | undefined;
  #handlers: Handlers;

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
    button(actions, 'retry', words.retry, () => this.retry());
    button(actions, 'open-in-tab', words.openInTab, () => {
      // Not by a link: its address would stand in the document, with the token.
      open(url, '_blank', 'noopener,noreferrer');
      room.dataset.view = 'opened-in-tab';
      alert.textContent = '';
      status.textContent = words.openedInTab;
      handlers.tell(Object.freeze({ type: 'opened-in-tab' }));
    });
    this.#dialog?.showModal();
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
    this.#handlers.closed = () => {};
    this.#dialog?.close();
    this.#host.remove();
  }
}

/** Shows it. Undefined if there is nowhere to show it, nothing to open, or it is no address. */
export async function show(
  place: Element | string | null,
  options: SignOptions,
  token: unknown,
  handlers: Handlers,
): Promise<Fallback | undefined> {
  const container = typeof place === 'string' ? find(place) : (place ?? document.body);
  const url = embedUrl(options, await Promise.resolve(token).catch(() => undefined));
  return container?.isConnected && url ? new Fallback(container, place === null, options, url, handlers) : undefined;
}

function find(selector: string): Element | null {
  try {
    return document.querySelector(selector);
  } catch {
    return null;
  }
}

/** The signing page's address, under the rules that Rust has for it. */
function embedUrl(options: SignOptions, value: unknown): string | undefined {
  const base = [options.baseUrl ?? 'doculite'].flat()[0] ?? '';
  const answer = value as { access_token?: unknown; data?: { access_token?: unknown } } | string | null | undefined;
  const token = typeof answer === 'object' ? (answer?.data?.access_token ?? answer?.access_token) : answer;
  if (typeof token !== 'string' || !/^[\w.~+/=-]{1,8192}$/.test(token)) return undefined;
  try {
    const { protocol, hostname, origin, href } = new URL(presets[base] ?? base);
    const isSafe =
      protocol === 'https:' ||
      (protocol === 'http:' && /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname));
    if (!isSafe || href !== `${origin}/` || origin === location.origin) return undefined;
    return `${origin}/external/sign/embedded?sParams=${encodeURIComponent(token)}`;
  } catch {
    return undefined;
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

function button(parent: Node, part: string, text: string, press: () => void): void {
  const element = add(parent, 'button', part, text);
  element.type = 'button';
  element.addEventListener('click', press);
}
