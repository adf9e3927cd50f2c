// A session, opened with the options that the knobs ask for.

import { mount, sign } from '/embed/index.js';
import { TIMEOUTS, listed } from './settings.js';

/** A token whose time is long over: a JWT with `exp` 0. */
const EXPIRED = 'eyJhbGciOiJub25lIn0.eyJleHAiOjB9.';

/** Where the token comes from, by the knob's setting; the same stands in the code that is shown. */
const TOKENS = {
  function: (request) => request,
  promise: (request) => request(),
  missing: () => () => '',
  malformed: () => () => '<!doctype html>',
  refused: () => () => ({ status: 0, data: { access_token: '' } }),
  expired: () => () => EXPIRED,
  failing: () => () => Promise.reject(new Error('the back end is away')),
  never: () => () => new Promise(() => {}),
};

const CONFIRMATIONS = {
  webhook: (ask) => ask,
  off: () => undefined,
  refuse: () => () => false,
  never: () => () => new Promise(() => {}),
};

/**
 * Opens a session. `request(signal)` asks the back end for a token, `ask(claim, signal)`
 * whether the webhook has come.
 */
export function openSession(settings, place, { baseUrl, request, ask, ...others }) {
  const options = { ...optionsOf(settings, baseUrl), ...others, token: TOKENS[settings.token](request) };
  const confirm = CONFIRMATIONS[settings.confirm](ask);
  if (confirm) options.confirm = confirm;
  return settings.place === 'inline' ? mount(place, options) : sign(options);
}

/** Where the session looks for the service, which is at `baseUrl`. */
export function baseUrlOf(settings, baseUrl) {
  return settings.baseUrl === 'own' ? location.origin : baseUrl;
}

/** The options that are values. */
function optionsOf(settings, baseUrl) {
  const options = { baseUrl: baseUrlOf(settings, baseUrl) };
  for (const name of ['locale', 'title']) if (settings[name]) options[name] = settings[name];
  for (const name of ['credentialless', 'leaveGuard']) if (settings[name]) options[name] = true;
  if (settings.sandbox) options.sandbox = settings.sandbox === 'true' || settings.sandbox;
  if (settings.permissions) options.permissions = listed(settings.permissions);
  const timeouts = TIMEOUTS.filter((name) => settings[`timeouts.${name}`]);
  if (timeouts.length > 0) {
    options.timeouts = Object.fromEntries(timeouts.map((name) => [name, Number(settings[`timeouts.${name}`])]));
  }
  return options;
}

/** The signing frame of the session that is open, if there is one. */
export function signingFrame() {
  const hosts = [...document.querySelectorAll('#place > div, body > div')];
  return hosts.map(({ shadowRoot }) => shadowRoot?.querySelector('iframe')).find(Boolean);
}
