// Opens sessions on demand, and keeps what each tells.
/** The entry of the package that sessions are opened by. */
window.embed = await import('/embed/index.js');
/** Whatever anybody writes to the console. */
window.logged = [];
for (const level of ['debug', 'error', 'info', 'log', 'warn']) console[level] = (...words) => logged.push(words.map(String));
window.violations = [];
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
  // Browsers look for an icon by themselves.
  if (!blockedURI.endsWith('/favicon.ico')) violations.push(`${effectiveDirective} ${blockedURI}`);
});

/** Loads the module from its file. */
window.preload_external = async () => (await import('/embed/external.js')).preload();

/** How a back end may answer. */
const confirmations = {
  yes: () => Promise.resolve(true),
  no: () => Promise.resolve(false),
  error: () => Promise.reject(new Error('of the back end')),
  never: () => new Promise(() => {}),
  later: (kept) => new Promise((resolve) => (kept.answer = () => resolve(true))),
  // What comes of not looking into an answer.
  unread: () => Promise.resolve(new Response('{}', { status: 404 })),
  object: () => Promise.resolve({ signed: false }),
  nothing: () => {},
};

/**
 * `tokens` become a token function that gives one after the other (null: never), `confirm` is
 * the name of a confirmation, `abortable` gives a signal.
 */
window.open_session = (name, place, { tokens, confirm, abortable, ...options }) => {
  const kept = { events: [], times: {}, diagnostics: [], outcome: null, requests: [], confirmations: [], opened: performance.now() };
  window[name] = kept;
  if (tokens) {
    options.token = (signal) => {
      kept.requests.push(signal);
      const token = tokens[kept.requests.length - 1];
      return token ? Promise.resolve(token) : new Promise(() => {});
    };
  }
  if (confirm) {
    options.confirm = (claim, signal) => {
      kept.confirmations.push({ claim, signal });
      return confirmations[confirm](kept);
    };
  }
  if (abortable) {
    kept.controller = new AbortController();
    if (abortable === 'aborted') kept.controller.abort(new Error('by the page'));
    options.signal = kept.controller.signal;
  }
  const session = (place ? embed.mount : embed.sign)(...(place ? [place] : []), {
    ...options,
    onEvent: (event) => {
      kept.events.push(event);
      kept.times[event.type] ??= performance.now() - kept.opened;
    },
    onDiagnostic: (diagnostic) => kept.diagnostics.push(diagnostic),
  });
  session.outcome.then(
    (outcome) => (kept.outcome = outcome),
    (error) =>
      (kept.outcome = {
        code: error.code,
        name: error.name,
        isError: error instanceof Error,
        claim: error.claim ?? null,
        cause: error.cause?.message ?? null,
      }),
  );
  kept.session = session;
};

/** Opens sessions and closes them, one after the other, each when its frame is in the page. */
window.open_and_close = async (count, options) => {
  for (let cycles = 0; cycles < count; cycles++) {
    const session = embed.mount('#first', options);
    await new Promise((resolve) => session.addEventListener('loading', resolve));
    const { frames } = watched.state();
    if (frames !== 1) throw new Error(`there are ${frames} frames`);
    session.close();
    await session.outcome;
    // A task for every few, as signers' would be.
    if (cycles % 10 === 9) await new Promise((resolve) => setTimeout(resolve));
  }
};
window.is_loaded = true;
