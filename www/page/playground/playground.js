// The playground: settings in, a session out, and everything that comes of it in the log.

import { preload } from '/embed/index.js';
import { isFocusLost } from '/focus.js';
import { keep, recall } from '/storage.js';
import { ATTACKS } from './attacks.js';
import { newDocument, readConfig, requestToken, setFault, watch } from './backend.js';
import { makeInbox } from './inbox.js';
import { makeKnobs } from './knobs.js';
import { makeLog } from './log.js';
import { cssOf } from './looks.js';
import { baseUrlOf, openSession, signingFrame } from './session.js';
import { initial, listed, read, write } from './settings.js';
import { makeTabs } from './tabs.js';

/** For so long after an attack the gate's word is waited for, in milliseconds. */
const ANSWER = 5000;

const $ = (selector) => document.querySelector(selector);
const texts = await (await fetch('/playground/texts.json')).json();

const known = {
  language: chooseLanguage(),
  get words() {
    return texts[this.language];
  },
  settings: read(location.hash),
  /** Where the service is, once the back end has said so. */
  config: undefined,
  phase: 'idle',
  /** How the last session ended. */
  end: undefined,
  inbox: { state: 'new', webhooks: [] },
};
let session;
/** Whether the session is in the page, and no dialog covers the page's own buttons. */
let isInPage = false;
let controller;
let stopWatching = () => {};
/** Called when the webhook of a signature has come. */
let confirmed = () => {};

const looks = new CSSStyleSheet();
document.adoptedStyleSheets = [looks];
const showKnobs = makeKnobs($('#knobs'), change);
const log = makeLog($('#log'));
const showInbox = makeInbox({ status: $('#document'), list: $('#webhooks') });
const showCode = makeTabs($('#tabs'), $('#code'));

for (const language of Object.keys(texts)) {
  $(`#lang-${language}`).addEventListener('click', () => {
    known.language = language;
    keep('localStorage', 'language', language);
    show();
  });
}
$('#knobs').addEventListener('submit', (event) => event.preventDefault());
$('#open').addEventListener('click', open);
$('#open').addEventListener('pointerenter', warmUp);
$('#retry').addEventListener('click', () => session?.retry());
$('#close').addEventListener('click', () => session?.close());
$('#abort').addEventListener('click', () => controller?.abort());
$('#clear').addEventListener('click', () => log.clear());
$('#reset').addEventListener('click', () => take(initial()));
$('#share').addEventListener('click', ({ target }) => copy(location.href, target));
$('#copy').addEventListener('click', ({ target }) => copy($('#code').textContent, target));
for (const name of Object.keys(ATTACKS)) $(`#attack-${name}`).addEventListener('click', () => attack(name));
addEventListener('hashchange', () => {
  if (location.hash !== write(known.settings)) take(read(location.hash));
});

show();
known.config = await readConfig();
show();

function change(name, text) {
  take({ ...known.settings, [name]: text });
}

/** Settings count from the next session on; looks at once. */
function take(settings) {
  known.settings = settings;
  history.replaceState(null, '', write(settings) || location.pathname);
  show();
}

/** Opens a session with what the knobs say, and stays with it until its end. */
async function open() {
  if (session) return session;
  const { settings, config } = known;
  const tell = (kind, name, more) => log.add({ kind, name, ...more });
  known.end = undefined;
  log.clear();
  known.phase = 'requesting-token';
  show();
  try {
    await setFault(settings.fault);
    await watchDocument();
  } catch (error) {
    known.phase = 'idle';
    tell('error', 'back-end', { message: error.message });
    show();
    return undefined;
  }
  controller = settings.signal ? new AbortController() : undefined;
  const request = (signal) => requestToken(known.document, documentOf(settings), signal);
  session = openSession(settings, '#place', {
    baseUrl: config.baseUrl,
    request,
    ask,
    ...(controller && { signal: controller.signal }),
    onEvent: (event) => {
      if (event.error) tellError(event.type, event.error);
      else tell('event', event.type, { details: detailsOf(event) });
      showPhase();
    },
    onDiagnostic: hearDiagnostic,
  });
  isInPage = settings.place === 'inline';
  const opened = session;
  followPhase(opened);
  opened.outcome
    .then(
      (outcome) => tell('outcome', outcome.type, { details: detailsOf(outcome) }),
      (error) => tellError('outcome', error, 'outcome'),
    )
    .then(() => {
      session = controller = undefined;
      known.phase = 'idle';
      $('#frames').replaceChildren();
      // What closes or expires calls no webhook.
      hearInbox();
      show();
      if (isFocusLost()) $('#open').focus();
    });
  show();
  return opened;
}

function tellError(name, error, kind = 'error') {
  known.end = error;
  const { code, field, message, claim, cause } = error;
  const details = [code, field, claim && `claim: ${claim.type}`].filter(Boolean);
  const causeText = cause?.message ? ` (${cause.message})` : '';
  log.add({
    kind,
    name,
    details,
    message: message + causeText,
    place: known.config.errors[code],
    data: { code, field: field ?? '' },
  });
}

function hearDiagnostic({ type, reason, origin, by, message }) {
  log.add({
    kind: 'refused',
    name: type,
    details: [reason, by, origin].filter(Boolean),
    text: (words) => words.reasons[reason],
    message,
    place: known.config.refusals[reason],
    data: { reason: reason ?? '', origin: origin ?? '' },
  });
  answered?.(reason);
}

/** A phase has no event of its own when it changes by itself. */
function followPhase(opened) {
  if (session !== opened) return;
  showPhase();
  requestAnimationFrame(() => followPhase(opened));
}

function showPhase() {
  if (!session || session.phase === known.phase) return;
  known.phase = session.phase;
  log.add({ kind: 'phase', name: known.phase });
  show();
}

/** Each session's document is a new one, with an inbox of its own. */
async function watchDocument() {
  stopWatching();
  known.inbox = { state: 'new', webhooks: [] };
  known.document = await newDocument();
  hearInbox();
}

/** Hears how the document stands, from now on: at once, and with each webhook. */
function hearInbox() {
  stopWatching();
  stopWatching = watch(known.document, (inbox) => {
    known.inbox = inbox;
    if (isSigned()) confirmed();
    show();
  });
}

function isSigned() {
  return known.inbox.webhooks.some(({ event, isUnfit }) => event === 'signer_signed' && !isUnfit);
}

/** What the browser claims is so when the webhook says so. */
function ask(_claim, signal) {
  return new Promise((resolve, reject) => {
    confirmed = () => resolve(true);
    signal.addEventListener('abort', () => reject(signal.reason));
    if (isSigned()) resolve(true);
  });
}

let answered;

/** Attacks the session, and opens one first if there is none. */
async function attack(name) {
  const { reason, make } = ATTACKS[name];
  const target = session ?? (await open());
  if (!target) return;
  if (!(await isReady(target))) return;
  log.add({ kind: 'attack', name, text: (words) => words.attacks[name] });
  const answer = new Promise((resolve) => {
    const timer = setTimeout(resolve, ANSWER);
    answered = (told) => {
      if (told !== reason) return;
      clearTimeout(timer);
      resolve(told);
    };
  });
  try {
    await make({ ...known.config, place: $('#frames') });
  } catch (error) {
    log.add({ kind: 'error', name, message: error.message });
    return;
  }
  if (!(await answer) && session === target) log.add({ kind: 'attack', name, text: (words) => words.notToldAgain });
}

/** Waits until the session shows a page, if it comes to that. */
function isReady(target) {
  return new Promise((resolve) => {
    const look = () => {
      if (session !== target) resolve(false);
      else if (target.phase === 'ready' && signingFrame()) resolve(true);
      else requestAnimationFrame(look);
    };
    look();
  });
}

function warmUp() {
  if (!known.settings.preload || !known.config) return;
  const begun = performance.now();
  preload({ baseUrl: baseUrlOf(known.settings, known.config.baseUrl) }).then(
    () => log.add({ kind: 'event', name: 'preload', details: [`${Math.round(performance.now() - begun)} ms`] }),
    (error) => tellError('preload', error),
  );
}

async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    $('#copied').textContent = known.words.notCopied;
    return;
  }
  $('#copied').textContent = known.words.copied;
  button.dataset.isCopied = 'true';
  setTimeout(() => {
    $('#copied').textContent = '';
    delete button.dataset.isCopied;
  }, 2000);
}

function show() {
  const { words, language, settings, config, phase } = known;
  document.documentElement.lang = language;
  document.documentElement.dataset.theme = settings.theme;
  document.title = `documentolog-embed — ${words.name}`;
  for (const element of document.querySelectorAll('[data-text]')) {
    const text = element.dataset.text.split('.').reduce((group, name) => group[name], words);
    if (element.textContent !== text) element.textContent = text;
  }
  $('#languages').ariaLabel = words.language;
  for (const button of document.querySelectorAll('#languages button')) button.ariaPressed = String(button.lang === language);
  const css = cssOf(settings);
  looks.replaceSync(css);
  showKnobs(settings, words);
  showCode(settings, { baseUrl: config?.baseUrl ?? 'http://127.0.0.1:4100' });
  log.show(words);
  showInbox(known.inbox, words, language);
  const isOpen = phase !== 'idle';
  $('#open').disabled = !config || isOpen;
  const isInReach = Boolean(session) && isInPage;
  $('#retry').disabled = $('#close').disabled = !isInReach;
  $('#abort').hidden = !settings.signal && !controller;
  $('#abort').disabled = !isInReach || !controller;
  for (const button of document.querySelectorAll('#attacks button')) button.disabled = !config;
  $('#status').dataset.phase = phase;
  const sentence = words.phases[phase];
  if ($('#status').textContent !== sentence) $('#status').textContent = sentence;
}

function documentOf({ signer, methods, attachments, fate }) {
  return { signer, methods: listed(methods), attachments: Number(attachments), fate: fate || null };
}

/** What there is to an event, in the package's own words. */
function detailsOf({ method, by, messageType, confirmed, claim }) {
  const details = [method, by, messageType, claim && `claim: ${claim.type}`];
  if (confirmed !== undefined) details.push(`confirmed: ${confirmed}`);
  return details.filter(Boolean);
}

function chooseLanguage() {
  const wished = [recall('localStorage', 'language'), ...navigator.languages.map((tag) => tag.split('-')[0])];
  return wished.find((tag) => tag in texts) ?? 'ru';
}
