// The shop's page. It embeds the widget as any page would: one import, one call.

import { mount, preload, sign } from '/embed/index.js';

const texts = await (await fetch('/texts.json')).json();
const { baseUrl } = await (await fetch('/api/config')).json();
const $ = (selector) => document.querySelector(selector);

let language = chooseLanguage();
let order;
let webhooks;
/** What the back end knows, by its webhooks. */
let confirmed = 'new';
/** What this page knows: nothing, an open session, or how the last one ended. */
let seen = 'new';

for (const tag of Object.keys(texts)) {
  $(`#lang-${tag}`).addEventListener('click', () => {
    language = tag;
    localStorage.setItem('language', tag);
    show();
  });
}
$('#sign-modal').addEventListener('click', () => open((options) => sign(options)));
$('#sign-inline').addEventListener('click', () => open((options) => mount('#inline-place', options)));
$('#new-order').addEventListener('click', newOrder);

await newOrder();
// The customer is about to sign: the widget's code can come meanwhile. If it cannot,
// signing itself says so.
preload().catch(() => {});

async function open(start) {
  clear();
  seen = 'signing';
  show();
  const session = start({
    token: () => post(`/api/orders/${order.id}/token`),
    baseUrl,
    locale: language,
    onEvent: (event) => log($('#event-log'), event.type, describe(event)),
    onDiagnostic: ({ reason, origin }) => log($('#event-log'), `refused-${reason}`, `refused: ${reason} (${origin})`),
  });
  try {
    const outcome = await session.outcome;
    finish(outcome.type, outcome.method);
    seen = outcome.type === 'closed' ? 'closed' : 'claimed';
  } catch (error) {
    finish('failed', error.code);
    seen = 'failed';
  }
  show();
}

/** The same events, for people who read the log. */
function describe(event) {
  const details = [event.method, event.by, event.messageType, event.error?.code].filter(Boolean);
  return [event.type, ...details].join(' · ');
}

function finish(type, detail) {
  const outcome = $('#outcome');
  outcome.hidden = false;
  outcome.dataset.type = type;
  outcome.dataset.method = detail ?? '';
  outcome.textContent = `outcome: ${[type, detail].filter(Boolean).join(' · ')}`;
}

async function newOrder() {
  webhooks?.close();
  order = await post('/api/orders');
  confirmed = 'new';
  seen = 'new';
  clear();
  $('#webhook-log').replaceChildren();
  $('#contract-link').href = order.contract;
  // The browser reconnects by itself, and the first thing that comes is the state.
  webhooks = new EventSource(`/api/orders/${order.id}/events`);
  webhooks.addEventListener('message', ({ data }) => {
    const state = JSON.parse(data);
    confirmed = state.state;
    $('#webhook-log').replaceChildren();
    for (const webhook of state.webhooks) log($('#webhook-log'), webhook.event, webhook.event, webhook.receivedAt);
    show();
  });
  show();
}

function clear() {
  $('#event-log').replaceChildren();
  const outcome = $('#outcome');
  outcome.hidden = true;
  outcome.textContent = '';
  delete outcome.dataset.type;
  delete outcome.dataset.method;
}

async function post(url) {
  const response = await fetch(url, { method: 'POST' });
  if (!response.ok) throw new Error(`${url.split('/').pop()}: ${response.status}`);
  return response.json();
}

function log(list, name, text, at = new Date().toISOString()) {
  const item = document.createElement('li');
  item.dataset.event = name;
  const time = document.createElement('time');
  time.dateTime = at;
  time.textContent = new Date(at).toLocaleTimeString(language, { hour12: false });
  item.append(time, ` ${text}`);
  list.append(item);
}

/** The browser's word is a claim; the webhook decides. */
function state() {
  if (confirmed === 'confirmed') return 'confirmed';
  if (confirmed === 'declined' && seen !== 'signing') return 'declined';
  return seen;
}

function show() {
  const now = state();
  const words = texts[language];
  document.documentElement.lang = language;
  document.body.dataset.orderState = now;
  document.title = `Тұлпар — ${words.contract}`;
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = words[element.dataset.text];
  $('#languages').ariaLabel = words.language;
  for (const tag of Object.keys(texts)) $(`#lang-${tag}`).ariaPressed = String(tag === language);
  if ($('#state').textContent !== words.states[now]) $('#state').textContent = words.states[now];
  const isOver = now === 'claimed' || now === 'confirmed';
  for (const button of [$('#sign-modal'), $('#sign-inline')]) {
    button.hidden = isOver;
    button.disabled = now === 'signing';
  }
  $('#new-order').hidden = !isOver;
}

function chooseLanguage() {
  const wished = [localStorage.getItem('language'), ...navigator.languages.map((tag) => tag.split('-')[0])];
  return wished.find((tag) => tag in texts) ?? 'ru';
}
