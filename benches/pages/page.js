// The page on which everything is measured: the widget, the snippet and the peers side by side,
// in one bundle.
import { DocusealForm } from '@docuseal/react';
import { mount, preload } from 'documentolog-embed';
// Its own main is the development build: slower, and larger.
import HelloSign from 'hellosign-embedded/umd/embedded.production.min.js';
import { connect, WindowMessenger } from 'penpal';
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { addressOf, openByHand } from './snippet.js';

const ignore = () => {};

/** Calls back after whatever is under way has been done. */
const settled = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function newPlace() {
  const place = document.createElement('div');
  place.style.blockSize = '300px';
  document.body.append(place);
  return place;
}

/** Shows a document, each in its own way, and gives what ends it. */
const ways = {
  snippet: (service, token, place) => openByHand(service, token, place, ignore),
  'documentolog-embed': (service, token, place) => {
    const session = mount(place, { token, baseUrl: service });
    return () => session.close();
  },
  'hellosign-embedded': (service, token, place) => {
    const client = new HelloSign({ clientId: 'bench', skipDomainVerification: true, timeout: 60_000 });
    client.open(addressOf(service, token), { container: place });
    return () => client.close();
  },
  // It frames nothing by itself: it adds its vendor's script to the page, which does.
  '@docuseal/react': (service, token, place) => {
    const root = createRoot(place);
    const form = createElement(DocusealForm, { src: addressOf(service, token), host: new URL(service).host });
    // Its quickest way: a page of React's own would render it a little later.
    flushSync(() => root.render(form));
    return () => root.unmount();
  },
};

// --- Opening -----------------------------------------------------------------------------------

/** How much the server's clock is ahead of this page's, by the quickest of a few answers. */
async function clockDifference() {
  let best = { took: Infinity, difference: 0 };
  for (let tries = 0; tries < 5; tries++) {
    const asked = performance.now();
    const answer = Number(await (await fetch('/clock')).text());
    const answered = performance.now();
    if (answered - asked < best.took) best = { took: answered - asked, difference: answer - (asked + answered) / 2 };
  }
  return best.difference;
}

/**
 * Opens once, and gives when that was asked for, by the server's clock. `wait` is how long the
 * back end takes for the token, or null for a token that is there.
 */
async function open(way, service, token, { wait, preloads }) {
  if (preloads) await preload({ baseUrl: service });
  const difference = await clockDifference();
  const place = newPlace();
  await settled(100);
  const ask = () => fetch(`/token?wait=${wait}`).then((response) => response.json());
  const called = performance.now();
  if (wait === null) ways[way](service, token, place);
  else if (way === 'documentolog-embed') ways[way](service, ask, place);
  else ask().then(({ data }) => ways[way](service, data.access_token, place));
  return called + difference;
}

/** How long one file of this page's own takes to come, in milliseconds. */
async function fetchOnce(file) {
  await clockDifference();
  await settled(100);
  const asked = performance.now();
  await (await fetch(file)).arrayBuffer();
  return performance.now() - asked;
}

// --- Messages ----------------------------------------------------------------------------------

/** What the listener that comes before all others does with messages. */
let take = ignore;
addEventListener('message', (event) => take(event));

/** A frame that posts when told to, once it has loaded. */
async function addPoster(service) {
  const frame = document.createElement('iframe');
  frame.src = `${service}/frame`;
  document.body.append(frame);
  await loaded(frame);
  return frame;
}

const loaded = (frame) => new Promise((resolve) => frame.addEventListener('load', resolve));

/**
 * Has a frame post so many messages, and gives their events, of which nobody has heard. None has
 * been looked into: browsers read what an event holds when it is first asked for.
 */
function record(poster, kind, count) {
  const events = [];
  return new Promise((resolve) => {
    take = (event) => {
      event.stopImmediatePropagation();
      events.push(event);
      if (events.length === count) {
        take = ignore;
        // Not inside the last event's own dispatch.
        setTimeout(() => resolve(events));
      }
    };
    poster.postMessage({ kind, count }, '*');
  });
}

/** Milliseconds in which so many messages are delivered to these listeners, and handled. */
function deliver(poster, count, listeners) {
  return new Promise((resolve) => {
    let left = count;
    let first;
    take = (event) => {
      first ??= performance.now();
      event.stopImmediatePropagation();
      for (const listener of listeners) listener(event);
      if (--left > 0) return;
      resolve(performance.now() - first);
      take = ignore;
    };
    poster.postMessage({ kind: 'foreign', count }, '*');
  });
}

/** Opens so many at once, and gives their frames, which have loaded, and what ends them. */
const several = {
  nothing: async () => ({ frames: [], end: ignore }),
  snippet: async (count, service, token) => {
    const places = Array.from({ length: count }, newPlace);
    const ends = places.map((place) => openByHand(service, token, place, ignore));
    const frames = places.map((place) => place.firstChild);
    await Promise.all(frames.map(loaded));
    return { frames, end: () => ends.forEach((end, place) => (end(), places[place].remove())) };
  },
  'documentolog-embed': async (count, service, token) => {
    const places = Array.from({ length: count }, newPlace);
    // Its signing pages say nothing until they are told to.
    const timeouts = { silence: 3_600_000 };
    const sessions = places.map((place) => mount(place, { token, baseUrl: service, timeouts }));
    await Promise.all(
      sessions.map(
        (session) =>
          new Promise((resolve, reject) => {
            session.addEventListener('ready', resolve);
            session.addEventListener('stalled', ({ detail }) => reject(detail.error));
            session.outcome.catch(reject);
          }),
      ),
    );
    return {
      frames: places.map((place) => place.firstChild.shadowRoot.querySelector('iframe')),
      end: () => sessions.forEach((session, place) => (session.close(), places[place].remove())),
    };
  },
  penpal: async (count, service) => {
    const frames = await Promise.all(Array.from({ length: count }, () => addPoster(service)));
    const connections = frames.map(({ contentWindow: remoteWindow }) => {
      const connection = connect({ messenger: new WindowMessenger({ remoteWindow, allowedOrigins: [service] }) });
      connection.promise.catch(ignore);
      return connection;
    });
    return {
      frames,
      end: () => connections.forEach((connection, place) => (connection.destroy(), frames[place].remove())),
    };
  },
  'hellosign-embedded': async (count, service, token) => {
    const places = Array.from({ length: count }, newPlace);
    const ends = places.map((place) => ways['hellosign-embedded'](service, token, place));
    const frames = places.map((place) => place.querySelector('iframe'));
    await Promise.all(frames.map(loaded));
    return { frames, end: () => ends.forEach((end, place) => (end(), places[place].remove())) };
  },
};

/** The stranger. */
let stranger;
/** What is measured: the listeners that each has added to the window, and its frames. */
const groups = new Map();

/** Opens so many, and gives how many listeners they have. */
async function prepare(way, count, { service, foreign }, token) {
  stranger ??= await addPoster(foreign);
  const before = watched.callbacks('message');
  const { frames, end } = await several[way](count, service, token);
  const listeners = watched.callbacks('message').filter((callback) => !before.includes(callback));
  groups.set(way, { listeners, frames, end });
  await settled(100);
  return listeners.length;
}

/** Nanoseconds that a group spends on one message: of a stranger's, or of its own page's. */
async function handle(way, kind, count) {
  const { frames, listeners } = groups.get(way);
  const poster = kind === 'own' ? frames.at(-1) : stranger;
  const events = await record(poster.contentWindow, kind, count);
  const begun = performance.now();
  for (const event of events) for (const listener of listeners) listener(event);
  return ((performance.now() - begun) / count) * 1e6;
}

/** Milliseconds in which a group is delivered so many messages of a stranger's. */
const burst = (way, count) => deliver(stranger.contentWindow, count, groups.get(way).listeners);

// --- Staying flat ------------------------------------------------------------------------------

let stage;

/** Opens and closes so many times: milliseconds for each. */
async function cycle(way, service, token, count) {
  stage ??= newPlace();
  const begun = performance.now();
  for (let cycles = 0; cycles < count; cycles++) {
    if (way === 'documentolog-embed') {
      const session = mount(stage, { token, baseUrl: service });
      // It says so just before it puts its frame into the page.
      await new Promise((resolve) => session.addEventListener('loading', resolve));
      if (session.phase !== 'loading') throw new Error(`a session is ${session.phase}`);
      session.close();
      await session.outcome;
    } else {
      ways[way](service, token, stage)();
    }
    // A task of its own each, as a signer's would be.
    if (cycles % 10 === 9) await settled(0);
  }
  return (performance.now() - begun) / count;
}

/** Delivers so many messages of a stranger's while a session is open. */
async function flood(addresses, token, count) {
  await prepare('documentolog-embed', 1, addresses, token);
  for (let left = count; left > 0; left -= 10_000) await burst('documentolog-embed', Math.min(left, 10_000));
  for (const { end } of groups.values()) end();
  groups.clear();
  stranger.remove();
  stranger = undefined;
}

window.bench = { burst, cycle, fetchOnce, flood, handle, open, prepare };
