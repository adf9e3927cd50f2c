// The code, by tabs: one for each language, moved between by arrows (WAI-ARIA, tabs pattern).

import { LANGUAGES } from './code/index.js';

export function makeTabs(list, panel) {
  const names = Object.keys(LANGUAGES);
  let chosen = names[0];
  let write = () => {};

  const tabs = names.map((name) => {
    const tab = Object.assign(document.createElement('button'), {
      type: 'button',
      id: `tab-${name}`,
      role: 'tab',
      textContent: LANGUAGES[name].name,
    });
    tab.setAttribute('aria-controls', panel.id);
    tab.addEventListener('click', () => choose(name));
    tab.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      choose(names[(names.indexOf(name) + step + names.length) % names.length]);
      list.querySelector('[aria-selected=true]').focus();
    });
    return tab;
  });
  list.replaceChildren(...tabs);

  function choose(name) {
    chosen = name;
    show();
  }

  function show() {
    names.forEach((name, place) => {
      tabs[place].ariaSelected = String(name === chosen);
      tabs[place].tabIndex = name === chosen ? 0 : -1;
    });
    panel.setAttribute('aria-labelledby', `tab-${chosen}`);
    const code = write(LANGUAGES[chosen]);
    if (panel.textContent !== code) panel.textContent = code;
  }

  return (settings, context) => {
    write = ({ write }) => write(settings, context);
    show();
  };
}
