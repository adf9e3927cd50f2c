// What the page shows: one function of what is known, and two logs.

const $ = (selector) => document.querySelector(selector);

/**
 * The browser's word is a claim; the webhook decides. A rejection holds until the
 * customer tries again.
 */
function stateOf({ confirmed, seen }) {
  if (confirmed === 'confirmed') return 'confirmed';
  if (confirmed === 'declined' && seen !== 'signing') return 'declined';
  return seen;
}

export function show(known) {
  const { words, language, order, trouble, isHeard } = known;
  const state = stateOf(known);
  document.documentElement.lang = language;
  document.body.dataset.orderState = state;
  document.title = `Тұлпар — ${words.contract}`;
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = words[element.dataset.text];
  $('#languages').ariaLabel = words.language;
  for (const button of document.querySelectorAll('#languages button')) {
    button.ariaPressed = String(button.lang === language);
  }
  // Said again only when it is new: a screen reader reads each change.
  const sentence = trouble ? words.troubles[trouble] : words.states[state];
  if ($('#state').textContent !== sentence) $('#state').textContent = sentence;
  if (order) $('#contract-link').href = order.contract;
  else $('#contract-link').removeAttribute('href');
  showButtons(state, order, isHeard);
  showSteps(known, state);
  markOutcome(known.outcome);
}

/** For the page's own tests, which speak no language. */
function markOutcome(outcome) {
  const { dataset } = $('#outcome');
  delete dataset.type;
  delete dataset.method;
  if (outcome) Object.assign(dataset, { type: outcome.type, method: outcome.detail ?? '' });
}

function showButtons(state, order, isHeard) {
  const isOpen = state === 'signing';
  const isOver = state === 'claimed' || state === 'confirmed';
  for (const button of [$('#sign-modal'), $('#sign-inline')]) {
    button.hidden = isOpen || isOver;
    button.disabled = !order || !isHeard;
  }
  $('#cancel').hidden = !isOpen;
  $('#methods').hidden = isOpen || isOver;
  $('#new-order').hidden = !isOver && Boolean(order);
}

/** The way of the contract: what the browser says and what the webhooks say, apart. */
function showSteps({ words, language, seen, outcome, webhooks: heard }, state) {
  // Of what is not as the guide has it the back end concludes nothing.
  const webhooks = heard.filter(({ isUnfit }) => !isUnfit);
  const sent = webhooks.findLast(({ event }) => event === 'document_sent');
  const signed = webhooks.find(({ event }) => event === 'signer_signed');
  const declined = webhooks.findLast(({ event }) => event === 'signer_declined');
  const completed = webhooks.find(({ event }) => event === 'document_completed');
  const byWebhook = (webhook, sentence = words.byWebhook) =>
    sentence.replace('{time}', timeOf(webhook.receivedAt, language));

  step('#step-sent', sent ? 'done' : 'waiting', sent ? byWebhook(sent) : words.notYet);

  const claim = outcome && sentenceOf(outcome, words);
  if (state === 'declined') step('#step-signature', 'stopped', byWebhook(declined, words.declinedByWebhook));
  else if (seen === 'claimed') step('#step-signature', signed || completed ? 'done' : 'claimed', claim);
  // The webhook's word stands, whatever became of the page: it may have been signed in a tab.
  else if (signed || completed) step('#step-signature', 'done', byWebhook(signed ?? completed));
  else if (seen === 'signing') step('#step-signature', 'now', words.signingNow);
  else if (seen === 'failed') step('#step-signature', 'stopped', claim ?? words.notYet);
  else step('#step-signature', 'waiting', claim ?? words.notYet);

  if (completed) step('#step-confirmation', 'done', byWebhook(completed));
  else if (state === 'claimed') step('#step-confirmation', 'now', words.confirming);
  else step('#step-confirmation', 'waiting', words.notYet);
}

function sentenceOf({ type, detail }, words) {
  return [words.outcomes[type], words.methodNames[detail] ?? detail].filter(Boolean).join(' · ');
}

function step(selector, progress, note) {
  const item = $(selector);
  item.dataset.progress = progress;
  item.querySelector('span').textContent = note;
}

/** Adds a line to a log. */
export function log(list, name, text, at, language) {
  const item = document.createElement('li');
  item.dataset.event = name;
  const time = document.createElement('time');
  time.dateTime = at;
  time.textContent = timeOf(at, language);
  item.append(time, ` ${text}`);
  $(list).append(item);
}

export function clear(list) {
  $(list).replaceChildren();
}

function timeOf(at, language) {
  return new Date(at).toLocaleTimeString(language, { hour12: false });
}
