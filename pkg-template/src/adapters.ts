// What the adapters for frameworks share.
import type { Diagnostic } from './bindings.js';
import type { GivenOptions, Session, SessionEvent, SignOptions, TokenSource } from './types.js';

/** Options that a session reads once, when it opens. */
const FIXED = [
  'baseUrl',
  'credentialless',
  'leaveGuard',
  'locale',
  'permissions',
  'sandbox',
  'signal',
  'timeouts',
  'title',
] as const satisfies readonly (keyof SignOptions)[];

/** Every option, for adapters that take them one by one. */
export const OPTIONS = [...FIXED, 'confirm', 'token'] as const;

/**
 * What a token source is told by: when it changes, so does the document, and the session is
 * opened anew. A function is not: most are made afresh at each render.
 */
export function identityOf(token: TokenSource | undefined): unknown {
  if (typeof token === 'function') return 'function';
  if (typeof token !== 'object' || token === null || 'then' in token) return token;
  return 'data' in token ? (token.data as { access_token?: unknown } | undefined)?.access_token : token.access_token;
}

/** What an adapter has besides the options of a session. */
interface Own {
  /** Whether a name is the adapter's own. What is nobody's is handed on, for the session to refuse. */
  readonly isOwn?: (name: string, value: unknown) => boolean;
  /** Called with every diagnostic, in place of the page's callback. */
  readonly diagnose?: (diagnostic: Diagnostic) => void;
}

/**
 * Opens a session with the options that are given, and with callbacks that are looked up when they
 * are called. A callback that is no function is handed on as it is, for the session to refuse.
 */
export function openWith(
  open: (options: SignOptions) => Session,
  latest: () => GivenOptions,
  tell: (event: SessionEvent) => void,
  { isOwn, diagnose }: Own = {},
): Session {
  const now = latest();
  const options: Record<string, unknown> = {};
  // Known names apart, since those count where they are inherited, too.
  for (const name of [...Object.keys(now), ...OPTIONS] as (keyof SignOptions)[]) {
    const value = now[name];
    if (value !== undefined && !isOwn?.(name, value)) options[name] = value;
  }
  if (typeof now.token === 'function') {
    options.token = (signal: AbortSignal) => {
      const { token } = latest();
      return typeof token === 'function' ? token(signal) : token;
    };
  }
  const { confirm } = now;
  if (typeof confirm === 'function') {
    options.confirm = (...claim: Parameters<typeof confirm>) => {
      const last = latest().confirm;
      // A session that began with one never ends without: nobody's word would be taken for a yes.
      return (typeof last === 'function' ? last : confirm)(...claim);
    };
  }
  if (isCallback(now.onDiagnostic)) {
    options.onDiagnostic = diagnose ?? ((diagnostic: Diagnostic) => latest().onDiagnostic?.(diagnostic));
  }
  if (isCallback(now.onEvent)) options.onEvent = tell;
  const session = open(options as unknown as SignOptions);
  // Where the page's own is refused, the adapter hears of it all the same.
  if (options.onEvent !== tell) session.outcome.then(tell, (error) => tell({ type: 'failed', error }));
  return session;
}

/** Whether this is a callback, or none is given. */
function isCallback(value: unknown): boolean {
  return value === undefined || typeof value === 'function';
}

/** Tells a developer of options that were changed too late to count. */
export function warnOfChanges(opened: GivenOptions, now: GivenOptions): void {
  let isDevelopment = false;
  try {
    // Bundlers replace it; without one there is no `process`.
    isDevelopment = process.env.NODE_ENV !== 'production';
  } catch {}
  if (!isDevelopment) return;
  const changed: string[] = FIXED.filter((name) => !isSame(opened[name], now[name]));
  // Another one is called in its place, but whether there is one is read once.
  if (!opened.confirm !== !now.confirm) changed.push('confirm');
  for (const name of changed) {
    console.warn(`documentolog-embed: "${name}" has changed, and counts from the next session on. Change the key to begin one.`);
  }
}

/**
 * Tells a page of an event twice, as it has asked: what its handler of all events throws must not
 * keep the other from an outcome.
 */
export function tellBoth(all: () => void, one: () => void): void {
  try {
    all();
  } finally {
    one();
  }
}

/** Lists and times are mostly written in place, and so are new at each render. */
function isSame(one: unknown, other: unknown): boolean {
  return Object.is(one, other) || (isPlain(one) && isPlain(other) && JSON.stringify(one) === JSON.stringify(other));
}

function isPlain(value: unknown): boolean {
  return Array.isArray(value) || (typeof value === 'object' && value !== null && value.constructor === Object);
}

declare const process: { env: { NODE_ENV?: string } };
