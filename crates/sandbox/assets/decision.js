// A page that stands for another party's: the signer decides, and goes back if there is a
// way back.

import './languages.js';

const main = document.querySelector('main');
const result = document.querySelector('.result');
const buttons = document.querySelectorAll('[data-decision]');

for (const button of buttons) {
  button.disabled = false;
  button.addEventListener('click', () => decide(button.dataset.decision));
}

async function decide(decision) {
  for (const button of buttons) button.disabled = true;
  const answer = await post({ capability: new URLSearchParams(location.search).get('capability'), decision });
  if (answer?.location) return location.replace(answer.location);
  const { signed, refused, failed } = main.dataset;
  const isRefused = answer && !answer.success && decision === 'refuse';
  result.textContent = answer?.success ? signed : isRefused ? refused : failed;
  document.body.dataset.state = 'decided';
  document.querySelector('.buttons').remove();
  // No live region: what has the focus is heard.
  result.focus();
}

/** The service's answer, or nothing if it refuses. */
async function post(body) {
  try {
    const response = await fetch(main.dataset.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}
