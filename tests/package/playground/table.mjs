// The settings for which the playground's code is held against reality, and that code.
import { readFileSync } from 'node:fs';
import { LANGUAGES } from '../../../www/page/playground/code/index.js';
import { read } from '../../../www/page/playground/settings.js';

export { LANGUAGES };

const settings = new URL('../../../www/tests/code/settings.json', import.meta.url);

/** Names of settings, with the fragments that describe them. */
export const TABLE = JSON.parse(readFileSync(settings, 'utf8'));

/** The code in a language for settings of the table. */
export function codeOf(language, name) {
  return LANGUAGES[language].write(read(TABLE[name]), { baseUrl: 'http://127.0.0.1:4100' });
}
