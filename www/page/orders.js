// The shop's back end, as the page knows it.

import { keep, recall } from './storage.js';

const KEPT = 'order';
/** How long to wait where the browser does not reconnect by itself, in milliseconds. */
const PAUSE = 3000;

/**
 * The order of this tab, or a new one. So a page that a phone reloads while its owner is in another app goes on.
 *
 * Only an order that the shop does not know is replaced: one that it cannot tell of at the moment may be signed.
 */
export async function openOrder() {
  const order = JSON.parse(recall('sessionStorage', KEPT));
  if (!order) return newOrder();
  const response = await fetch(addressOf(order));
  if (response.status === 404) return newOrder();
  succeeded(response);
  return order;
}

export async function newOrder() {
  const order = await post('/api/orders');
  keep('sessionStorage', KEPT, JSON.stringify(order));
  return order;
}

/** The service's answer with the token. It goes into the widget and nowhere else. */
export function requestToken(order, signal) {
  return post(`${addressOf(order)}/token`, signal);
}

/**
 * Tells the order's state, now and at each change. Returns what ends that.
 *
 * The browser reconnects by itself, except after an answer that is no event stream,
 * such as a proxy's. Each connection begins with the state, so nothing is missed.
 */
export function watch(order, tell, tellGone) {
  let source;
  let timer;
  let isOver = false;
  const connect = () => {
    source = new EventSource(`${addressOf(order)}/events`);
    source.addEventListener('message', ({ data }) => tell(JSON.parse(data)));
    source.addEventListener('error', async () => {
      if (source.readyState !== EventSource.CLOSED) return;
      const status = await fetch(addressOf(order)).then((response) => response.status, () => 0);
      if (isOver) return;
      if (status === 404) tellGone();
      else timer = setTimeout(connect, PAUSE);
    });
  };
  connect();
  return () => {
    isOver = true;
    clearTimeout(timer);
    source.close();
  };
}

function addressOf(order) {
  return `/api/orders/${order.id}`;
}

async function post(url, signal) {
  const response = await fetch(url, { method: 'POST', signal });
  succeeded(response);
  return response.json();
}

function succeeded({ ok, status }) {
  if (!ok) throw new Error(`the shop answers with status ${status}`);
}
