// The code that does just what the knobs say, in each language.

import { backEnd } from './back-end.js';
import { html } from './html.js';
import { react } from './react.js';
import { rust } from './rust.js';
import { vue } from './vue.js';

/** By tab: the name people know it by, and what writes it. */
export const LANGUAGES = {
  html: { name: 'HTML', write: html },
  react: { name: 'React', write: react },
  vue: { name: 'Vue', write: vue },
  rust: { name: 'Rust', write: rust },
  'back-end': { name: 'Rust · back end', write: backEnd },
};
