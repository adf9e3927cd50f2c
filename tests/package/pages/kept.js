// What every page keeps for the test that drives it.

/** What the adapters have told, as [generation, event's type]. */
window.told = [];
/** How often a token was asked for, by generation. */
window.requests = [];
window.warnings = [];
console.warn = (...words) => warnings.push(words.join(' '));
/** How many "message" listeners the page has. */
window.listeners = 0;
for (const [name, step] of [['addEventListener', 1], ['removeEventListener', -1]]) {
  const real = window[name];
  window[name] = (type, ...rest) => {
    if (type === 'message') listeners += step;
    return real.call(window, type, ...rest);
  };
}

/** Which generations' `confirm` was asked. */
window.asked = [];

/** The errors that were told, as [code, field]. */
window.failures = [];
/** Keeps what an event tells. */
export function keep(generation, name, event) {
  told.push([generation, name, event.type]);
  if (name !== 'onEvent') return;
  if (event.type === 'failed') failures.push([event.error.code, event.error.field]);
  window.whenTold?.(event.type);
}

/** The options that a test gives, as a page of this generation gives them. */
export function optionsOf({ generation, token, tokens, denies, misspells, ...rest }) {
  const confirm = () => {
    asked.push(generation);
    return Promise.resolve(false);
  };
  return {
    ...rest,
    ...(denies && { confirm }),
    ...(misspells && { confrim: confirm }),
    token:
      token ??
      (() => {
        requests.push(generation);
        return Promise.resolve(tokens[requests.length - 1]);
      }),
  };
}

/** The frames that there are, with shadow roots looked into. */
window.signingFrames = (root = document) =>
  [...root.querySelectorAll('*')].flatMap((element) => (element.shadowRoot ? signingFrames(element.shadowRoot) : element.matches('iframe') ? [element] : []));
