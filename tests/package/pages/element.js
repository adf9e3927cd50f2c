import { optionsOf } from './kept.js';

const place = document.querySelector('#place');

/** An element inside a shadow root, as in a page made of components. */
window.render = async ({ generation, baseUrl, ...given }) => {
  const outer = document.createElement('div');
  outer.style.height = '100%';
  place.append(outer);
  const root = outer.attachShadow({ mode: 'open' });
  const element = document.createElement('documentolog-sign');
  element.setAttribute('base-url', baseUrl);
  element.style.height = '100%';
  const { token, ...options } = optionsOf({ generation, ...given });
  element.token = token;
  element.options = options;
  root.append(element);
  window.element = element;
};
for (const type of ['loading', 'ready', 'sign-failed', 'signed', 'closed', 'failed']) {
  document.addEventListener(type, (event) => {
    told.push([event.type, event.detail.type, event.composedPath()[0] === window.element]);
    if (type === 'failed') failures.push([event.detail.error.code, event.detail.error.field]);
  });
}
/** Only now: elements that are there already are upgraded. */
window.define = () => import('documentolog-embed/element');
window.isLoaded = true;
