// The document as the back end knows it: its status, and the webhooks that have come.

export function makeInbox({ status, list }) {
  const opened = new Set();
  return function show({ state, webhooks, atService }, words, language) {
    Object.assign(status.dataset, { state, atService: atService ?? '' });
    status.textContent = words.states[state];
    if (atService) status.textContent += ` ${words.atService.replace('{status}', words.serviceStates[atService] ?? atService)}`;
    // Drawn anew only when one has come: whoever reads one keeps it open.
    const key = JSON.stringify([language, webhooks]);
    if (list.dataset.shown === key) return;
    list.dataset.shown = key;
    list.replaceChildren(...webhooks.map((webhook, place) => itemOf(webhook, place, opened, language)));
  };
}

function itemOf({ event, receivedAt, body }, place, opened, language) {
  const item = document.createElement('li');
  item.dataset.event = event;
  const details = document.createElement('details');
  details.open = opened.has(place);
  details.addEventListener('toggle', () => (details.open ? opened.add(place) : opened.delete(place)));
  const summary = document.createElement('summary');
  const time = document.createElement('time');
  time.textContent = new Date(receivedAt).toLocaleTimeString(language, { hour12: false });
  const name = document.createElement('code');
  name.textContent = event;
  summary.append(time, ' ', name);
  const text = document.createElement('pre');
  text.tabIndex = 0;
  text.textContent = JSON.stringify(body, null, 2);
  details.append(summary, text);
  item.append(details);
  return item;
}
