// node_modules/documentolog-embed/error.js
var r = class extends Error {
  name = "DocumentologError";
  code;
  field;
  claim;
  constructor(o, n2, e = {}) {
    super(n2, "cause" in e ? { cause: e.cause } : void 0), this.code = o, this.field = e.field, this.claim = e.claim;
  }
};

// node_modules/documentolog-embed/core.js
var c = "The WebAssembly module did not load: allow 'wasm-unsafe-eval' in script-src, and check that the chunk is served.";
var p = "The widget's own code failed: see cause, and report it with the browser's name and the steps.";
var h = "The session was aborted by the page's AbortSignal.";
var m;
function a(s) {
  let e = () => m = void 0;
  return m ??= s().then(({ start: t }) => t(r, e)).catch((t) => {
    throw e(), new r("wasm-unavailable", c, { cause: t });
  });
}
var l = class extends EventTarget {
  outcome;
  #t;
  #e = false;
  #n = [];
  #p = [];
  #h;
  #r;
  #o;
  #s = new AbortController();
  #a;
  #d;
  #i = () => this.#l(new r("aborted", h, { cause: this.#o.signal?.reason }));
  constructor(e, t, o) {
    super(), this.#h = e, this.#r = t, this.#o = o, this.outcome = new Promise((n2, r3) => {
      this.#a = n2, this.#d = r3;
    }), this.outcome.catch(() => {
    });
    let i2 = o?.signal;
    i2?.aborted === true ? queueMicrotask(this.#i) : (i2?.addEventListener?.("abort", this.#i), this.#u(y(o?.token, this.#s.signal)));
  }
  get phase() {
    return this.#e ? "ended" : this.#t?.phase ?? "requesting-token";
  }
  retry() {
    this.#e || this.#t?.retry();
  }
  close() {
    this.#e || (this.#t ? this.#t.close() : this.#m(Object.freeze({ type: "closed", by: "page" })));
  }
  [Symbol.dispose ?? /* @__PURE__ */ Symbol.for("Symbol.dispose")]() {
    this.close();
  }
  async *[Symbol.asyncIterator]() {
    for (let e = 0; ; ) {
      for (; e < this.#n.length; ) yield this.#n[e++];
      if (this.#e) return;
      await new Promise((t) => this.#p.push(t));
    }
  }
  #u(e) {
    let t = (o) => this.#c(o);
    a(this.#h).then((o) => {
      if (this.#e) return;
      this.#o?.signal?.removeEventListener?.("abort", this.#i);
      let i2 = o.open(this.#r, this.#o, e, this.#s, t);
      this.#t = i2, i2.outcome.then(this.#a, this.#d);
    }, async (o) => {
      let i2 = await import("./fallback-SFS7IWXT.js").catch(() => {
      });
      if (this.#e) return;
      let n2 = await i2?.show(this.#r, this.#o, e, { retry: () => {
        this.#t = void 0, this.#u(e);
      }, closed: (r3) => r3 === "page" ? this.#m(Object.freeze({ type: "closed", by: r3 })) : this.#l(o), tell: t });
      if (!n2) throw o;
      if (this.#e) return n2.remove();
      this.#t = n2, t(Object.freeze({ type: "stalled", error: o }));
    }).catch((o) => {
      this.#l(o instanceof r ? o : new r("widget-crashed", p, { cause: o }));
    });
  }
  #m(e) {
    this.#a(e), this.#c(e), this.#s.abort();
  }
  #l(e) {
    this.#d(e), this.#c(Object.freeze({ type: "failed", error: e })), this.#s.abort();
  }
  #c(e) {
    if (!this.#e) {
      this.#n.push(e), /^(signed|already-signed|closed|failed)$/.test(e.type) && (this.#e = true, this.#o?.signal?.removeEventListener?.("abort", this.#i), this.#t?.remove?.());
      try {
        this.#o?.onEvent?.(e);
      } catch (t) {
        reportError(t);
      }
      this.dispatchEvent(new CustomEvent(e.type, { detail: e }));
      for (let t of this.#p.splice(0)) t();
    }
  }
};
function y(s, e) {
  if (typeof s != "function") return s;
  try {
    return s(e) ?? null;
  } catch (t) {
    let o = Promise.reject(t);
    return o.catch(() => {
    }), o;
  }
}
function g(s, e, t) {
  return new l(s, e, t);
}

// node_modules/documentolog-embed/index.js
var n = () => import("./embedded-IW42BVQE.js");
function i(o) {
  return g(n, null, o);
}
function p2(o, e) {
  return g(n, o ?? "", e);
}

// node_modules/documentolog-embed/element.js
var a2 = ["baseUrl", "credentialless", "leaveGuard", "locale", "permissions", "sandbox", "signal", "timeouts", "title"];
var f = [...a2, "confirm", "token"];
function l2(e, n2) {
  let i2 = e(), t = {};
  for (let s of f) i2[s] !== void 0 && (t[s] = i2[s]);
  return typeof i2.token == "function" && (t.token = (s) => {
    let { token: o } = e();
    return typeof o == "function" ? o(s) : o;
  }), i2.confirm && (t.confirm = (...s) => e().confirm?.(...s)), t.onEvent = n2, t.onDiagnostic = (...s) => e().onDiagnostic?.(...s), t;
}
function u(e, n2) {
  let i2 = false;
  try {
    i2 = true;
  } catch {
  }
  if (i2) for (let t of a2) h2(e[t], n2[t]) || console.warn(`documentolog-embed: "${t}" has changed, and counts from the next session on. Change the key to begin one.`);
}
function h2(e, n2) {
  return Object.is(e, n2) || c2(e) && c2(n2) && JSON.stringify(e) === JSON.stringify(n2);
}
function c2(e) {
  return Array.isArray(e) || typeof e == "object" && e !== null && e.constructor === Object;
}
var v = globalThis.HTMLElement ?? class {
};
var d = { "base-url": "baseUrl", locale: "locale", "frame-title": "title", permissions: "permissions", sandbox: "sandbox", credentialless: "credentialless", "leave-guard": "leaveGuard" };
var b = ["token", "options"];
var r2 = class extends v {
  static observedAttributes = Object.keys(d);
  #e;
  #t = {};
  #n;
  #s;
  #i = false;
  get token() {
    return this.#e;
  }
  set token(n2) {
    Object.is(n2, this.#e) || (this.#e = n2, this.#r(), this.#o());
  }
  get options() {
    return this.#t;
  }
  set options(n2) {
    this.#t = n2 ?? {}, this.#a();
  }
  get session() {
    return this.#n;
  }
  connectedCallback() {
    for (let n2 of b) {
      if (!Object.hasOwn(this, n2)) continue;
      let i2 = this[n2];
      delete this[n2], this[n2] = i2;
    }
    getComputedStyle(this).display === "inline" && (this.style.display = "block"), this.#o();
  }
  disconnectedCallback() {
    queueMicrotask(() => {
      this.isConnected || this.#r();
    });
  }
  attributeChangedCallback() {
    this.#a();
  }
  open() {
    this.#r(), this.#o();
  }
  retry() {
    this.#n?.retry();
  }
  close() {
    this.#n?.close();
  }
  #o() {
    this.#i || (this.#i = true, queueMicrotask(() => {
      this.#i = false, this.isConnected && this.#e !== void 0 && !this.#n && this.#l();
    }));
  }
  #l() {
    this.#s = this.#c();
    let n2 = (o, p3) => this.dispatchEvent(new CustomEvent(o, { detail: p3, bubbles: true, composed: true })), t = l2(() => ({ ...this.#c(), onDiagnostic: (o) => {
      n2("diagnostic", o), this.#t.onDiagnostic?.(o);
    } }), (o) => {
      this.#n === s && (n2(o.type, o), this.#t.onEvent?.(o));
    }), s = this.hasAttribute("modal") ? i(t) : p2(this, t);
    this.#n = s;
  }
  #r() {
    let n2 = this.#n;
    this.#n = this.#s = void 0, n2?.close();
  }
  #c() {
    let n2 = {};
    for (let [i2, t] of Object.entries(d)) {
      let s = this.getAttribute(i2);
      s !== null && (t === "permissions" ? n2[t] = s.split(/\s+/).filter(Boolean) : n2[t] = s === "" && t !== "title" ? true : s);
    }
    return { ...n2, ...this.#t, token: this.#e };
  }
  #a() {
    this.#s && u(this.#s, this.#s = this.#c());
  }
};
function y2(e = "documentolog-sign") {
  if (!globalThis.customElements || customElements.get(e)) return;
  let n2 = customElements.getName?.(r2) ?? null;
  customElements.define(e, n2 ? class extends r2 {
  } : r2);
}
y2();
export {
  r2 as DocumentologSignElement,
  y2 as define
};
