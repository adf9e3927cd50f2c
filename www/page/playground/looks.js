// The style sheet that a setting asks for: what the widget's README says a page may write.

import { COLOURS, listed } from './settings.js';

/** The widget's own colours, for a page that is light or dark whatever the signer's system is. */
const THEMES = {
  light: {
    background: '#ffffff',
    text: '#14202b',
    accent: '#0b5cbf',
    'on-accent': '#ffffff',
    line: '#d5dce3',
    notice: '#fff4d6',
  },
  dark: {
    background: '#17202a',
    text: '#eef3f7',
    accent: '#7db8ff',
    'on-accent': '#0e1620',
    line: '#3a4653',
    notice: '#3d3212',
  },
};

/** The style sheet's rules; none if the widget is to look as it does by itself. */
function rulesOf(settings) {
  const declarations = [];
  if (settings.theme !== 'auto') declarations.push(`color-scheme: ${settings.theme};`);
  for (const name of COLOURS) {
    const colour = settings[name] || THEMES[settings.theme]?.[name];
    if (colour) declarations.push(`--documentolog-${name}: ${colour};`);
  }
  for (const name of ['radius', 'height']) {
    if (settings[name]) declarations.push(`--documentolog-${name}: ${settings[name]};`);
  }
  const rules = [];
  if (declarations.length > 0) rules.push(['body', declarations]);
  const parts = listed(settings.parts).map((part) => `::part(${part})`);
  if (parts.length > 0) rules.push([parts.join(', '), ['outline: 3px dashed #d6336c;', 'outline-offset: -3px;']]);
  return rules;
}

/** The rules as they are written in a style sheet, indented by so many spaces. */
export function cssOf(settings, indent = 0) {
  const space = ' '.repeat(indent);
  return rulesOf(settings)
    .map(([selector, declarations]) => {
      const lines = declarations.map((declaration) => `${space}  ${declaration}`);
      return [`${space}${selector} {`, ...lines, `${space}}`].join('\n');
    })
    .join('\n');
}
