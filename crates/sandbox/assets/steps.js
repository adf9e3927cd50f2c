// The four ways to sign, step by step. Each takes its panel and gives what has come of it:
// the message to post, with a text for the signer if there is one of its own; or nothing,
// if the page goes elsewhere. It rejects if the service refuses, or when `signal` says
// that the signer has gone back.

import { connect } from './ncalayer.js';
import { ask, base64Of } from './service.js';

const lang = document.documentElement.lang;

/** EDS: NCALayer signs each file. */
export async function eds({ panel, fail, signal }) {
  const { status, texts } = statusOf(panel);
  const { ncalayer: url, serial_number: serialNumber, files } = await ask('eds/start', {}, signal);
  status(texts.connecting);
  const ncalayer = await connected(url);
  try {
    status(texts.chooseKey);
    const signatures = [];
    for (const file of files) {
      const data = await base64Of(file, signal);
      const signature = await ncalayer.sign({ data, serialNumber, locale: lang });
      if (!signature) return failed(texts.cancelled);
      signatures.push(signature);
    }
    status(texts.checking);
    const { message, reason } = await ask('eds/finish', { signatures, fail }, signal);
    return { message, text: reason && texts.refused };
  } catch (error) {
    if (signal.aborted) throw error;
    return failed(texts.failed);
  } finally {
    ncalayer.close();
  }

  async function connected(url) {
    for (;;) {
      try {
        return await connect(url, signal);
      } catch (error) {
        if (signal.aborted) throw error;
        status(texts.noAnswer);
        await pressed(panel.querySelector('.retry'), signal);
        status(texts.connecting);
      }
    }
  }

  async function failed(text) {
    return { ...await ask('eds/finish', {}, signal), text };
  }
}

/** eGov QR: the signer decides on the phone. */
export async function egovQr({ panel, fail, signal }) {
  const { status, texts } = statusOf(panel);
  const [scan, image, app, phone] = ['.scan', '.qr', '.app', '.phone'].map((name) => panel.querySelector(name));
  for (;;) {
    // A code of an earlier try leads nowhere any more, and nobody waits for it.
    status('');
    scan.hidden = true;
    image.removeAttribute('src');
    for (const link of [app, phone]) link.removeAttribute('href');
    const step = await ask('egov-qr/start', { lang, fail }, signal);
    [image.src, app.href, phone.href] = [step.image, step.app, step.phone];
    scan.hidden = false;
    status(texts.waiting);
    let progress;
    do progress = await patiently(() => ask('egov-qr/wait', { capability: step.capability }, signal), signal);
    while (progress.state === 'waiting');
    if (progress.state === 'done') return { ...progress, text: texts.refused };
    status(texts.expired);
    scan.hidden = true;
    await pressed(panel.querySelector('.retry'), signal);
  }
}

/** Asks again a few times: a phone that shows another app cuts connections. */
async function patiently(asking, signal) {
  for (let tries = 1; ; tries++) {
    try {
      return await asking();
    } catch (error) {
      if (signal.aborted || tries === 5) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}

/** SMS: the signer enters the code. */
export async function sms({ panel, fail, signal }) {
  const { status, texts } = statusOf(panel);
  const [input, problem, again] = ['#sms-code', '.problem', '#sms-again'].map((name) => panel.querySelector(name));
  const form = panel.querySelector('form');
  input.value = problem.textContent = '';
  input.removeAttribute('aria-invalid');
  // That a code was sent is not said of the next one before it is.
  status('');
  await send(false);
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    again.addEventListener('click', () => send(true).catch(reject), { signal });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      confirm().then((ended) => ended && resolve(ended), reject);
    }, { signal });
  });

  async function send(isAgain) {
    again.disabled = true;
    const sent = await ask('sms/start', { lang, again: isAgain }, signal);
    if (!sent.is_valid) status(texts.usedUp);
    else if (sent.phone_ending) status(texts.sent.replace('{ending}', sent.phone_ending));
    else status(texts.sentSomewhere);
    if (isAgain) complain('');
    countDown(again, sent.again_in, signal);
    input.focus();
  }

  async function confirm() {
    const code = input.value.trim();
    if (!/^\d{6}$/.test(code)) return complain(problem.dataset.digits);
    const progress = await ask('sms/confirm', { code, fail }, signal);
    if (progress.state === 'done') return { ...progress, text: progress.message.success || fail ? undefined : texts.noTries };
    const { expired, wrong } = problem.dataset;
    complain(progress.state === 'expired' ? expired : wrong.replace('{left}', progress.tries_left));
  }

  function complain(text) {
    problem.textContent = text;
    input.toggleAttribute('aria-invalid', Boolean(text));
    if (text) input.setAttribute('aria-invalid', 'true');
    input.select();
    input.focus();
  }
}

/** Lets a button be used after so many seconds. */
function countDown(button, seconds, signal) {
  const end = Date.now() + seconds * 1_000;
  const show = () => {
    const left = Math.ceil((end - Date.now()) / 1_000);
    button.disabled = left > 0;
    button.textContent = left > 0 ? button.dataset.waiting.replace('{seconds}', left) : button.dataset.ready;
    if (left <= 0) clearInterval(timer);
  };
  const timer = setInterval(show, 1_000);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  show();
}

/** Adobe Sign: the page goes there, and comes back as another. */
export async function adobeSign({ panel, fail, signal }) {
  const { status, texts } = statusOf(panel);
  const { location: address } = await ask('adobe-sign/start', { lang, fail }, signal);
  status(texts.leaving);
  location.replace(address);
}

function statusOf(panel) {
  const element = panel.querySelector('.step-status');
  const status = (text) => {
    element.textContent = text;
    // The panel has grown, and its last button may be out of sight.
    panel.scrollIntoView({ block: 'nearest' });
  };
  return { texts: element.dataset, status };
}

/** Shows a button until it is pressed. The panel's title has the focus then: a button that
 * goes would take it along. */
function pressed(button, signal) {
  button.hidden = false;
  button.focus();
  return new Promise((resolve, reject) => {
    const end = (settle) => () => {
      button.hidden = true;
      button.closest('.step').querySelector('h2').focus();
      settle(signal.reason);
    };
    button.addEventListener('click', end(resolve), { once: true });
    signal.addEventListener('abort', end(reject), { once: true });
  });
}
