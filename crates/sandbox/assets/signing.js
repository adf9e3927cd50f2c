// The signing page's buttons. Everything is decided by the service; this asks it, shows
// the answer and posts the message to whoever frames the page.

import { atFirst, inPlaceOf } from './faults.js';
import './languages.js';
import { ask } from './service.js';
import * as steps from './steps.js';

const main = document.querySelector('main');
const [status, result] = ['.status', '.result'].map((name) => document.querySelector(name));
const form = document.querySelector('#methods');
const failNext = document.querySelector('#fail-next');
const STEPS = { 'eds': steps.eds, 'egov-qr': steps.egovQr, 'sms': steps.sms, 'adobe-sign': steps.adobeSign };

const { fault } = document.body.dataset;
for (const message of atFirst(fault)) toParent(message);
if (main.dataset.message) post(JSON.parse(main.dataset.message));

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  const method = new FormData(form).get('method');
  const fail = failNext.checked;
  failNext.checked = false;
  if (STEPS[method]) takeSteps(method, fail);
  else act('sign', { method }, 'signed');
});
document.querySelector('#reject')?.addEventListener('click', () => act('reject', undefined, 'declined'));
document.querySelector('#close')?.addEventListener('click', () => act('close', undefined, 'closed'));
if (form) setDisabled(false);
if (main.dataset.fate) playFate(main.dataset);

/** Shows a method's panel until it has come to something, or the signer goes back. */
async function takeSteps(method, fail) {
  const panel = document.querySelector(`#step-${method}`);
  const leaving = new AbortController();
  const { signal } = leaving;
  panel.querySelector('.back')?.addEventListener('click', () => leaving.abort(), { signal });
  show('signing');
  form.hidden = true;
  panel.hidden = false;
  panel.querySelector('h2').focus();
  let ended;
  try {
    ended = await STEPS[method]({ panel, fail, signal });
    if (!ended) return;
  } catch {
    ended = { text: signal.aborted ? '' : main.dataset.failed };
  }
  leaving.abort();
  panel.hidden = true;
  form.hidden = false;
  end(ended, 'signed');
  if (ended.text === '') document.querySelector('#sign').focus();
}

async function act(action, body, after) {
  show('signing', { doing: main.dataset.signing });
  setDisabled(true);
  const message = await ask(action, body).catch(() => undefined);
  setDisabled(false);
  end({ message }, after);
  return message;
}

/** Shows what has come of it and posts the message, if there is one. */
function end({ message, text }, after) {
  if (!message || message.type === 'sign' && !message.success) {
    show('ready', { outcome: text ?? main.dataset.failed });
    if (result.textContent) result.focus();
  } else {
    show(after, { outcome: main.dataset[after] });
    form.remove();
    result.focus();
  }
  if (message) post(message);
}

/** Does what is written of the signer, as the signer would, until a try does not fail. */
async function playFate({ fate, fateDelay }) {
  let message;
  do {
    await new Promise((resolve) => setTimeout(resolve, Number(fateDelay)));
    message = await act('fate', undefined, fate);
  } while (message?.type === 'sign' && !message.success);
}

/** What goes on is in a live region. What has come of it is in none: it gets the focus, and would
 * be heard twice. */
function show(state, { doing = '', outcome = '' } = {}) {
  document.body.dataset.state = state;
  status.textContent = doing;
  result.textContent = outcome;
}

function setDisabled(disabled) {
  for (const control of form.elements) control.disabled = disabled;
}

function post(message) {
  for (const posted of inPlaceOf(message, fault)) toParent(posted);
}

function toParent(message) {
  // Whoever frames this page is unknown to it, and the message holds nothing secret.
  if (parent !== window) parent.postMessage(message, '*');
}
