// The signing page's buttons. Everything is decided by the service; this asks it, shows
// the answer and posts the message to whoever frames the page.

import { atFirst, inPlaceOf } from './faults.js';

const main = document.querySelector('main');
const result = document.querySelector('.result');
const form = document.querySelector('form');
const failNext = document.querySelector('#fail-next');
const token = new URLSearchParams(location.search).get('sParams');

for (const button of document.querySelectorAll('[data-language]')) {
  button.addEventListener('click', () => {
    const url = new URL(location);
    url.searchParams.set('lang', button.dataset.language);
    location.replace(url);
  });
}

const { fault } = document.body.dataset;
for (const message of atFirst(fault)) toParent(message);
if (main.dataset.message) post(JSON.parse(main.dataset.message));

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  const method = new FormData(form).get('method');
  const fail = failNext.checked;
  failNext.checked = false;
  act('sign', { method, fail }, 'signed');
});
document.querySelector('#reject')?.addEventListener('click', () => act('reject', undefined, 'declined'));
document.querySelector('#close')?.addEventListener('click', () => act('close', undefined, 'closed'));
if (form) setDisabled(false);
if (main.dataset.fate) playFate(main.dataset);

async function act(action, body, after) {
  show('signing', main.dataset.signing);
  setDisabled(true);
  const message = await ask(action, body);
  if (!message || message.type === 'sign' && !message.success) {
    show('ready', main.dataset.failed);
    setDisabled(false);
  } else {
    show(after, main.dataset[after]);
    form.remove();
    result.focus();
  }
  if (message) post(message);
  return message;
}

/** Does what is written of the signer, as the signer would, until a try does not fail. */
async function playFate({ fate, fateDelay }) {
  let message;
  do {
    await new Promise((resolve) => setTimeout(resolve, Number(fateDelay)));
    message = await act('fate', undefined, fate);
  } while (message?.type === 'sign' && !message.success);
}

/** The message to post, or nothing if the service refused. */
async function ask(action, body) {
  try {
    const response = await fetch(`/external/sign/embedded/${action}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body ?? {}),
    });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

function show(state, text) {
  document.body.dataset.state = state;
  result.textContent = text;
  result.tabIndex = -1;
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
