// node_modules/documentolog-embed/fallback.js
var k = { doculite: "https://apiv1dlkz.doculite.kz", "documentolog-business": "https://apibusiness.documentolog.com" };
var p = { en: { close: "Close", failed: "The signing page cannot be shown here. You can open it in a new tab.", openInTab: "Open in a new tab", openedInTab: "The signing page is open in a new tab. Sign there, then come back here.", retry: "Try again", title: "Document signing" }, kk: { close: "\u0416\u0430\u0431\u0443", failed: "\u049A\u043E\u043B \u049B\u043E\u044E \u0431\u0435\u0442\u0456\u043D \u043E\u0441\u044B \u0436\u0435\u0440\u0434\u0435 \u043A\u04E9\u0440\u0441\u0435\u0442\u0443 \u043C\u04AF\u043C\u043A\u0456\u043D \u0435\u043C\u0435\u0441. \u041E\u043D\u044B \u0436\u0430\u04A3\u0430 \u049B\u043E\u0439\u044B\u043D\u0434\u044B\u0434\u0430 \u0430\u0448\u0430 \u0430\u043B\u0430\u0441\u044B\u0437.", openInTab: "\u0416\u0430\u04A3\u0430 \u049B\u043E\u0439\u044B\u043D\u0434\u044B\u0434\u0430 \u0430\u0448\u0443", openedInTab: "\u049A\u043E\u043B \u049B\u043E\u044E \u0431\u0435\u0442\u0456 \u0436\u0430\u04A3\u0430 \u049B\u043E\u0439\u044B\u043D\u0434\u044B\u0434\u0430 \u0430\u0448\u044B\u043B\u0434\u044B. \u0421\u043E\u043D\u0434\u0430 \u049B\u043E\u043B \u049B\u043E\u0439\u044B\u043F \u0431\u043E\u043B\u0493\u0430\u043D \u0441\u043E\u04A3, \u043E\u0441\u044B \u0431\u0435\u0442\u043A\u0435 \u043E\u0440\u0430\u043B\u044B\u04A3\u044B\u0437.", retry: "\u049A\u0430\u0439\u0442\u0430\u043B\u0430\u0443", title: "\u049A\u04B1\u0436\u0430\u0442\u049B\u0430 \u049B\u043E\u043B \u049B\u043E\u044E" }, ru: { close: "\u0417\u0430\u043A\u0440\u044B\u0442\u044C", failed: "\u041F\u043E\u043A\u0430\u0437\u0430\u0442\u044C \u0441\u0442\u0440\u0430\u043D\u0438\u0446\u0443 \u043F\u043E\u0434\u043F\u0438\u0441\u0430\u043D\u0438\u044F \u0437\u0434\u0435\u0441\u044C \u043D\u0435 \u0443\u0434\u0430\u043B\u043E\u0441\u044C. \u0415\u0451 \u043C\u043E\u0436\u043D\u043E \u043E\u0442\u043A\u0440\u044B\u0442\u044C \u0432 \u043D\u043E\u0432\u043E\u0439 \u0432\u043A\u043B\u0430\u0434\u043A\u0435.", openInTab: "\u041E\u0442\u043A\u0440\u044B\u0442\u044C \u0432 \u043D\u043E\u0432\u043E\u0439 \u0432\u043A\u043B\u0430\u0434\u043A\u0435", openedInTab: "\u0421\u0442\u0440\u0430\u043D\u0438\u0446\u0430 \u043F\u043E\u0434\u043F\u0438\u0441\u0430\u043D\u0438\u044F \u043E\u0442\u043A\u0440\u044B\u0442\u0430 \u0432 \u043D\u043E\u0432\u043E\u0439 \u0432\u043A\u043B\u0430\u0434\u043A\u0435. \u041F\u043E\u0434\u043F\u0438\u0448\u0438\u0442\u0435 \u0434\u043E\u043A\u0443\u043C\u0435\u043D\u0442 \u0442\u0430\u043C \u0438 \u0432\u0435\u0440\u043D\u0438\u0442\u0435\u0441\u044C \u0441\u044E\u0434\u0430.", retry: "\u041F\u043E\u0432\u0442\u043E\u0440\u0438\u0442\u044C", title: "\u041F\u043E\u0434\u043F\u0438\u0441\u0430\u043D\u0438\u0435 \u0434\u043E\u043A\u0443\u043C\u0435\u043D\u0442\u0430" } };
var S = `:host {
  --background: var(--documentolog-background, #fff);
  --text: var(--documentolog-text, #14202b);
  --accent: var(--documentolog-accent, #0b5cbf);
  --on-accent: var(--documentolog-on-accent, #fff);
  --line: var(--documentolog-line, #d5dce3);
  --notice: var(--documentolog-notice, #fff4d6);
  --radius: var(--documentolog-radius, 14px);
  display: block;
  height: 100%;
  color: var(--text);
  font: 16px/1.4 system-ui, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :host {
    --background: var(--documentolog-background, #17202a);
    --text: var(--documentolog-text, #eef3f7);
    --accent: var(--documentolog-accent, #7db8ff);
    --on-accent: var(--documentolog-on-accent, #0e1620);
    --line: var(--documentolog-line, #3a4653);
    --notice: var(--documentolog-notice, #3d3212);
  }
}
[hidden] {
  display: none !important;
}
dialog {
  box-sizing: border-box;
  flex-direction: column;
  width: min(60rem, 100vw - 2rem);
  height: min(54rem, 100dvh - 2rem);
  max-width: none;
  max-height: none;
  margin: auto;
  padding: 0;
  overflow: hidden;
  border: 0;
  border-radius: var(--radius);
  background: var(--background);
  color: inherit;
  box-shadow: 0 24px 64px rgb(0 0 0 / 35%);
}
dialog[open] {
  display: flex;
}
dialog::backdrop {
  background: rgb(10 18 26 / 60%);
}
header {
  display: flex;
  flex: none;
  align-items: center;
  justify-content: space-between;
  gap: 1rem;
  padding: 4px 4px 4px 20px;
  border-bottom: 1px solid var(--line);
}
h2 {
  min-width: 0;
  margin: 0;
  overflow-wrap: anywhere;
  font-size: 1.0625rem;
  font-weight: 600;
}
button {
  flex: none;
  min-width: 44px;
  min-height: 44px;
  padding: 0 1rem;
  border: 0;
  border-radius: 10px;
  background: none;
  color: var(--accent);
  font: inherit;
  cursor: pointer;
}
button:focus-visible {
  outline: 3px solid var(--accent);
  outline-offset: -3px;
}
section {
  position: relative;
  display: flex;
  flex: 1;
  flex-direction: column;
  box-sizing: border-box;
  width: 100%;
  height: 100%;
  background: var(--background);
}
dialog section {
  height: auto;
  min-height: 0;
}
/* A place that has a height is filled; in one that has none, this is it. */
iframe,
section:not(:has(iframe))::after {
  flex: 1 1 var(--documentolog-height, 37.5rem);
  min-height: 0;
  content: '';
}
iframe {
  position: relative;
  width: 100%;
  border: 0;
}
p {
  margin: 0;
}
p:empty {
  display: none;
}
[part='notice'] {
  display: flex;
  flex: none;
  align-items: center;
  gap: 0.5rem;
  padding: 4px 4px 4px 20px;
  background: var(--notice);
  font-size: 0.9375rem;
}
[part='notice-text'] {
  flex: 1;
}
/* Under the frame: a page that is not there yet lets it show through. */
[part='panel'] {
  position: absolute;
  inset: 0;
  display: flex;
  flex-direction: column;
  align-items: center;
  justify-content: center;
  gap: 1rem;
  padding: 1rem;
  overflow: auto;
  /* It takes the focus only from what is gone, and does nothing with it. */
  outline: none;
  text-align: center;
  text-wrap: balance;
}
[part='status'],
[part='alert'] {
  max-width: 34rem;
}
[part='actions'] {
  display: flex;
  flex-wrap: wrap;
  justify-content: center;
  gap: 0.5rem;
}
[part='retry'] {
  background: var(--accent);
  color: var(--on-accent);
}
[part='retry']:focus-visible {
  outline-color: var(--text);
  outline-offset: 2px;
}
[part='open-in-tab'] {
  border: 1px solid var(--line);
}
[data-view='frame'] [part='panel'] {
  display: none;
}
/* Over the frame: what is behind it is of no use, nor in the way of Tab. */
[data-view='failed'] iframe,
[data-view='opened-in-tab'] iframe {
  visibility: hidden;
}
[data-view='silent'] [part='panel'] {
  position: static;
  flex: none;
  flex-flow: row wrap;
  gap: 0 1rem;
  padding: 4px 1rem;
  border-bottom: 1px solid var(--line);
}
[data-view='silent'] [part='retry'] {
  background: none;
  color: var(--accent);
}
[data-view='silent'] [part='open-in-tab'] {
  border: 0;
}
[data-view='loading'] [part='status']::before,
[data-view='slow'] [part='status']::before,
[data-view='confirming'] [part='status']::before {
  display: block;
  width: 2rem;
  height: 2rem;
  margin: 0 auto 1rem;
  border: 3px solid var(--line);
  border-top-color: var(--accent);
  border-radius: 50%;
  animation: turn 0.9s linear infinite;
  content: '';
}
[data-view='signed'] [part='status']::before {
  display: block;
  width: 2rem;
  height: 1rem;
  margin: 0 auto 1.25rem;
  border: solid var(--accent);
  border-width: 0 0 4px 4px;
  rotate: -45deg;
  content: '';
}
@keyframes turn {
  to {
    rotate: 1turn;
  }
}
@media (width <= 40rem) {
  dialog {
    width: 100vw;
    height: 100dvh;
    border-radius: 0;
  }
}
@media (prefers-reduced-motion: reduce) {
  [part='status']::before {
    animation: none !important;
  }
}
@media (forced-colors: active) {
  button {
    border: 1px solid;
  }
}
`;
var b = class {
  phase = "stalled";
  #n;
  #t;
  #e;
  constructor(i, o, e, n, a) {
    this.#e = a;
    let d = (e.locale ?? document.documentElement.lang).split(/[-_]/)[0].toLowerCase(), r = p[d] ?? p.en;
    this.#n = s(i, "div"), this.#n.lang = d in p ? d : "en";
    let l = this.#n.attachShadow({ mode: "open" }), u = new CSSStyleSheet();
    u.replaceSync(S), l.adoptedStyleSheets = [u];
    let v = l;
    if (o) {
      let c = s(l, "dialog", "dialog");
      c.setAttribute("aria-labelledby", "title");
      let y = s(c, "header", "header"), T = s(y, "h2", "title", e.title ?? r.title);
      T.id = "title", f(y, "close", r.close, () => a.closed("signer")), c.addEventListener("close", () => a.closed("signer")), this.#t = c, v = c;
    }
    let m = s(v, "section", "room");
    m.dataset.view = "failed";
    let g = s(m, "div", "panel"), x = s(g, "p", "status");
    x.setAttribute("role", "status");
    let h = s(g, "p", "alert");
    h.setAttribute("role", "alert");
    let w = s(g, "div", "actions");
    f(w, "retry", r.retry, () => this.retry()), f(w, "open-in-tab", r.openInTab, () => {
      open(n, "_blank", "noopener,noreferrer"), m.dataset.view = "opened-in-tab", h.textContent = "", x.textContent = r.openedInTab, a.tell(Object.freeze({ type: "opened-in-tab" }));
    }), this.#t?.showModal(), h.textContent = r.failed;
  }
  retry() {
    this.remove(), this.#e.retry();
  }
  close() {
    this.#e.closed("page");
  }
  remove() {
    this.#e.closed = () => {
    }, this.#t?.close(), this.#n.remove();
  }
};
async function L(t, i, o, e) {
  let n = typeof t == "string" ? E(t) : t ?? document.body, a = C(i, await Promise.resolve(o).catch(() => {
  }));
  return n?.isConnected && a ? new b(n, t === null, i, a, e) : void 0;
}
function E(t) {
  try {
    return document.querySelector(t);
  } catch {
    return null;
  }
}
function C(t, i) {
  let o = [t.baseUrl ?? "doculite"].flat()[0] ?? "", e = i, n = typeof e == "object" ? e?.data?.access_token ?? e?.access_token : e;
  if (!(typeof n != "string" || !/^[\w.~+/=-]{1,8192}$/.test(n))) try {
    let { protocol: a, hostname: d, origin: r, href: l } = new URL(k[o] ?? o);
    return !(a === "https:" || a === "http:" && /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(d)) || l !== `${r}/` || r === location.origin ? void 0 : `${r}/external/sign/embedded?sParams=${encodeURIComponent(n)}`;
  } catch {
    return;
  }
}
function s(t, i, o, e) {
  let n = document.createElement(i);
  return o && n.setAttribute("part", o), e && (n.textContent = e), t.appendChild(n), n;
}
function f(t, i, o, e) {
  let n = s(t, "button", i, o);
  n.type = "button", n.addEventListener("click", e);
}
export {
  L as show
};
