// pages/kept.js
window.told = [];
window.requests = [];
window.warnings = [];
console.warn = (...words) => warnings.push(words.join(" "));
window.listeners = 0;
for (const [name, step] of [["addEventListener", 1], ["removeEventListener", -1]]) {
  const real = window[name];
  window[name] = (type, ...rest) => {
    if (type === "message") listeners += step;
    return real.call(window, type, ...rest);
  };
}
function optionsOf({ generation, token, tokens, ...rest }) {
  return {
    ...rest,
    token: token ?? (() => {
      requests.push(generation);
      return Promise.resolve(tokens[requests.length - 1]);
    })
  };
}
window.signingFrames = (root = document) => [...root.querySelectorAll("*")].flatMap((element) => element.shadowRoot ? signingFrames(element.shadowRoot) : element.matches("iframe") ? [element] : []);

// pages/element.js
var place = document.querySelector("#place");
window.render = async ({ generation, baseUrl, ...given }) => {
  const outer = document.createElement("div");
  outer.style.height = "100%";
  place.append(outer);
  const root = outer.attachShadow({ mode: "open" });
  const element = document.createElement("documentolog-sign");
  element.setAttribute("base-url", baseUrl);
  element.style.height = "100%";
  const { token, ...options } = optionsOf({ generation, ...given });
  element.token = token;
  element.options = options;
  root.append(element);
  window.element = element;
};
for (const type of ["loading", "ready", "sign-failed", "signed", "closed", "failed"]) {
  document.addEventListener(type, (event) => told.push([event.type, event.detail.type, event.composedPath()[0] === window.element]));
}
window.define = () => import("./element-YDKU6N6J.js");
window.isLoaded = true;
