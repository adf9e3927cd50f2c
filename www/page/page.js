// The shop's page. It embeds the widget as any page would: one import, one call.

import { mount, preload, sign } from '/embed/index.js';
import { endOf, endOfError } from './ending.js';
import { isFocusLost } from './focus.js';
import { newOrder, openOrder, requestToken, watch } from './orders.js';
import { keep, recall } from './storage.js';
import { clear, log, show } from './view.js';

const $ = (selector) => document.querySelector(selector);
const texts = await (await fetch('/texts.json')).json();

/** Everything the page knows. The token is not among it. */
const known = {
  language: chooseLanguage(),
  get words() {
    return texts[this.language];
  },
  order: undefined,
  /** Why there is no order: the shop has it no more (`gone`), or gives none (`unavailable`). */
  trouble: undefined,
  /** Whether the back end has said how the order stands: nobody signs before that. */
  isHeard: false,
  /** What the back end knows, by its webhooks. */
  confirmed: 'new',
  webhooks: [],
  /** What this page knows: nothing, an open session, or how the last one ended. */
  seen: 'new',
  outcome: undefined,
};
let session;
/** How many orders this page has begun with: what belongs to an earlier one is over. */
let begun = 0;
let stopWatching = () => {};
/** Called when the webhooks have confirmed the order. */
let confirmed = () => {};
let baseUrl;

for (const language of Object.keys(texts)) {
  $(`#lang-${language}`).addEventListener('click', () => {
    known.language = language;
    keep('localStorage', 'language', language);
    show(known);
  });
}
$('#sign-modal').addEventListener('click', ({ target }) => open((options) => sign(options), target));
$('#sign-inline').addEventListener('click', ({ target }) => {
  open((options) => mount('#inline-place', options), target);
});
$('#cancel').addEventListener('click', () => session?.close());
$('#new-order').addEventListener('click', async () => {
  await take(newOrder);
  // The button is hidden with that.
  if (isFocusLost()) $('#state').focus();
});

show(known);
await take(openOrder);
// The customer is about to sign: the widget's code can come meanwhile. If it cannot,
// signing itself says so.
preload().catch(() => {});

/** Begins anew, with the order that `get` gives. */
async function take(get) {
  const mine = ++begun;
  stopWatching();
  session?.close();
  confirmed = () => {};
  Object.assign(known, { order: undefined, isHeard: false, confirmed: 'new', webhooks: [], seen: 'new', outcome: undefined });
  clear('#event-log');
  clear('#webhook-log');
  try {
    if (!baseUrl) {
      const config = await (await fetch('/api/config')).json();
      baseUrl = config.baseUrl;
      $('#playground').hidden = !config.hasPlayground;
    }
    const order = await get();
    if (mine !== begun) return;
    Object.assign(known, { order, trouble: undefined });
    stopWatching = watch(known.order, hear, () => lose('gone'));
  } catch {
    if (mine === begun) lose('unavailable');
  }
  show(known);
}

/** There is no order to go on with. */
function lose(trouble) {
  Object.assign(known, { order: undefined, trouble });
  // A session that is open has an end of its own, and a claim is none the less one.
  if (known.seen !== 'signing' && known.seen !== 'claimed') known.seen = 'failed';
  show(known);
}

/** The order's state, as the webhooks have it. */
function hear({ state, webhooks }) {
  Object.assign(known, { isHeard: true, confirmed: state, webhooks });
  if (state === 'confirmed') confirmed();
  clear('#webhook-log');
  for (const { event, receivedAt } of webhooks) log('#webhook-log', event, event, receivedAt, known.language);
  show(known);
}

/** Opens a session, and stays with it until its end. */
async function open(start, button) {
  const { order, language } = known;
  const mine = begun;
  Object.assign(known, { seen: 'signing', outcome: undefined });
  clear('#event-log');
  show(known);
  const tell = (name, text) => log('#event-log', name, text, new Date().toISOString(), known.language);
  session = start({
    token: (signal) => requestToken(order, signal),
    baseUrl,
    locale: language,
    confirm: confirmation,
    onEvent(event) {
      if (mine !== begun) return;
      tell(event.type, describe(event));
      if (event.type === 'loading') $('#inline-place:not(:empty)')?.scrollIntoView({ block: 'nearest' });
    },
    onDiagnostic: ({ type, reason, origin, by }) => tell(reason ?? type, [type, reason, by, origin].filter(Boolean).join(' · ')),
  });
  const end = await session.outcome.then(endOf, endOfError);
  if (mine !== begun) return;
  Object.assign(known, end);
  show(known);
  // What had the focus is gone: the customer goes on where a next step is, if there is one.
  if (isFocusLost()) (button.hidden || button.disabled ? $('#state') : button).focus();
}

/** What the browser claims is so when the webhooks say so. */
function confirmation(claim, signal) {
  Object.assign(known, endOf(claim));
  show(known);
  return new Promise((resolve, reject) => {
    confirmed = () => resolve(true);
    signal.addEventListener('abort', () => reject(signal.reason));
    if (known.confirmed === 'confirmed') resolve(true);
  });
}

/** An event, for people who read the log. */
function describe(event) {
  return [event.type, event.method, event.by, event.messageType, event.error?.code].filter(Boolean).join(' · ');
}

function chooseLanguage() {
  const wished = [recall('localStorage', 'language'), ...navigator.languages.map((tag) => tag.split('-')[0])];
  return wished.find((tag) => tag in texts) ?? 'ru';
}
