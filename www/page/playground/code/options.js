// The options object as it is written in JavaScript and TypeScript: the same in every
// framework.

import { TIMEOUTS, listed } from '../settings.js';

// A route that answers an error with JSON has given no token: it is told as what it is.
const READ_ANSWER = `
  if (!answer.ok) throw new Error(\`The token route answered \${answer.status}\`);
  return answer.json();
}`;

const TOKENS = {
  function: `async (signal) => {
  const answer = await fetch('/api/token', { method: 'POST', signal });${READ_ANSWER}`,
  promise: `fetch('/api/token', { method: 'POST' }).then((answer) => {${READ_ANSWER})`,
  missing: "() => ''",
  malformed: "() => '<!doctype html>'",
  refused: "() => ({ status: 0, data: { access_token: '' } })",
  expired: "() => 'eyJhbGciOiJub25lIn0.eyJleHAiOjB9.'",
  failing: "() => Promise.reject(new Error('the back end is away'))",
  never: '() => new Promise(() => {})',
};

const CONFIRMATIONS = {
  webhook: "(_claim, signal) => fetch('/api/signed', { signal }).then((answer) => answer.ok)",
  refuse: '() => false',
  never: '() => new Promise(() => {})',
};

/** The options' lines, for the inside of an object: each begins with its name, or goes on with the one before. */
export function optionLines(settings, { baseUrl }) {
  const lines = [
    settings.baseUrl === 'own'
      ? 'baseUrl: location.origin,'
      : `baseUrl: ${quote(baseUrl)}, // The sandbox. Leave it out for the real service.`,
    ...`token: ${TOKENS[settings.token]},`.split('\n'),
  ];
  const confirm = CONFIRMATIONS[settings.confirm];
  if (confirm) lines.push(`confirm: ${confirm},`);
  for (const name of ['locale', 'title']) if (settings[name]) lines.push(`${name}: ${quote(settings[name])},`);
  const timeouts = TIMEOUTS.filter((name) => settings[`timeouts.${name}`]).map(
    (name) => `${name}: ${Number(settings[`timeouts.${name}`])}`,
  );
  if (timeouts.length > 0) lines.push(`timeouts: { ${timeouts.join(', ')} },`);
  if (settings.permissions) lines.push(`permissions: [${listed(settings.permissions).map(quote).join(', ')}],`);
  if (settings.sandbox) lines.push(`sandbox: ${settings.sandbox === 'true' ? 'true' : quote(settings.sandbox)},`);
  for (const name of ['credentialless', 'leaveGuard']) if (settings[name]) lines.push(`${name}: true,`);
  if (settings.signal) lines.push('signal: controller.signal,');
  lines.push('onEvent: (event) => console.log(event),', 'onDiagnostic: (diagnostic) => console.log(diagnostic),');
  return lines;
}

/** What stands before the options of one session. */
export function linesBefore(settings) {
  return settings.signal ? ['const controller = new AbortController(); // controller.abort() ends the session.'] : [];
}

/** What stands before options that all sessions of a component share. */
export function linesBeforeShared(settings) {
  const lines = [];
  if (settings.token === 'promise') lines.push('// The token is asked for here, once, and is for one session.');
  if (settings.signal) {
    lines.push('// For one session: after controller.abort(), another that is given this signal ends at once.');
    lines.push('const controller = new AbortController();');
  }
  return lines;
}

/** The call of `preload()`, with where it connects to. If it fails, the session itself says so. */
export function preloadCall(settings, { baseUrl }) {
  const address = settings.baseUrl === 'own' ? 'location.origin' : quote(baseUrl);
  return `preload({ baseUrl: ${address} }).catch(() => {})`;
}

/**
 * A text as a string of JavaScript's that may stand in HTML, too: nothing in it ends the
 * script element, and nothing turns the order around in which the code after it is shown.
 */
export function quote(text) {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  const escaped = (character) => `\\u${hexOf(character).padStart(4, '0')}`;
  return `'${inner.replace(/[<\u2028\u2029\p{Bidi_Control}]/gu, escaped)}'`;
}

/** A character's number (Unicode), in hexadecimal digits. */
export function hexOf(character) {
  return character.codePointAt(0).toString(16);
}

/** Lines, each indented by so many spaces; empty ones are left empty. */
export function indented(lines, spaces) {
  return lines.map((line) => (line ? ' '.repeat(spaces) + line : line)).join('\n');
}
