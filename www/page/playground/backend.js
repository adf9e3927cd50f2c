// The playground's part of the back end.

const API = '/playground/api';

/** Where the service and the stranger are, and which lines of the source refuse what. */
export async function readConfig() {
  return (await fetch(`${API}/config`)).json();
}

/** A name under which webhooks come in. */
export async function newDocument() {
  return post(`${API}/documents`);
}

/** The service's answer with the token. It goes into the widget and nowhere else. */
export function requestToken(document, request, signal) {
  return post(`${API}/documents/${document.id}/token`, request, signal);
}

/** Lets the service's signing pages go wrong like this, or again not. */
export function setFault(fault) {
  return post(`${API}/fault`, { fault: fault || null });
}

/** The address of a signed document of somebody else's, whose page says so to whoever frames it. */
export async function signedElsewhere() {
  return (await post(`${API}/signed-elsewhere`)).url;
}

/** Tells what the webhooks say, now and at each change. Returns what ends that. */
export function watch(document, tell) {
  const source = new EventSource(`${API}/documents/${document.id}/events`);
  source.addEventListener('message', ({ data }) => tell(JSON.parse(data)));
  return () => source.close();
}

async function post(url, body, signal) {
  const response = await fetch(url, {
    method: 'POST',
    signal,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body ?? {}),
  });
  const answer = response.headers.get('content-type')?.startsWith('application/json') ? await response.json() : undefined;
  if (response.ok) return answer;
  const { field, error } = answer ?? {};
  throw new Error([field, error ?? `the back end answers with status ${response.status}`].filter(Boolean).join(': '));
}
