// What the adapters for frameworks share.
import type { GivenOptions, SessionEvent, SignOptions, TokenSource } from './types.js';

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

/** The options that are given, with callbacks that are looked up when they are called. */
export function withLatest(latest: () => GivenOptions, tell: (event: SessionEvent) => void): SignOptions {
  const now = latest();
  const options: Record<string, unknown> = {};
  for (const name of OPTIONS) if (now[name] !== undefined) options[name] = now[name];
  if (typeof now.token === 'function') {
    options.token = (signal: AbortSignal) => {
      const { token } = latest();
      return typeof token === 'function' ? token(signal) : token;
    };
  }
  const { confirm } = now;
  // A session that began with one never ends without: nobody's word would be taken for a yes.
  if (confirm) options.confirm = (...claim: Parameters<typeof confirm>) => (latest().confirm ?? confirm)(...claim);
  options.onEvent = tell;
  options.onDiagnostic = (...diagnostic: Parameters<NonNullable<SignOptions['onDiagnostic']>>) =>
    latest().onDiagnostic?.(...diagnostic);
  return options as unknown as SignOptions;
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
