import type { SigningRequest } from './server-bindings.js';
import { limits, times } from './server-bindings.js';
import { DocumentologServerError } from './server-error.js';
import { call, failed } from './server-module.js';
import { checkOptions, wrong } from './server-options.js';
import type { BaseUrl, TokenResponse } from './types.js';

/** Where the service is, and who asks. */
export interface ClientOptions {
  /** The key of your account. It stays in the back end. */
  apiKey: string;
  /** Where the service is: a preset's name or an https origin (http on loopback only). The guide's if not given. */
  baseUrl?: BaseUrl | undefined;
  /** What is used in place of the runtime's `fetch`, such as one with a proxy. */
  fetch?: typeof globalThis.fetch | undefined;
  /**
   * How long one try for a token may take, its answer included, and how long a download may be
   * without a byte; in whole milliseconds. 30 seconds if not given. (A download may take 30
   * minutes in all, or as long as this if it is more.)
   */
  timeout?: number | undefined;
}

/** What a call can be given. */
export interface CallOptions {
  /** Ends the call with `aborted`. */
  signal?: AbortSignal | undefined;
}

/** A downloaded file. */
export interface Downloaded {
  /** What the service says it is, such as `application/pdf`. */
  contentType: string | undefined;
  /** The file. */
  bytes: Uint8Array<ArrayBuffer>;
}

/** The longest that every runtime's timers wait, in milliseconds. */
const LONGEST = 2 ** 31 - 1;

/** Asks the service for access tokens, and fetches what was signed. */
export interface Client {
  /**
   * Checks a request, and asks for a token for it. It is sent again, twice at most, only where
   * the first cannot have made a document: when no connection came about, and when the service
   * answers 503 with a `Retry-After` of 4 seconds at most. The answer is the service's own, whole:
   * the widget's `token` takes it as it is.
   */
  requestToken(request: SigningRequest, options?: CallOptions): Promise<TokenResponse>;
  /**
   * Downloads a file by a link from a webhook, of at most `largest` bytes. Only links of the
   * configured service are followed, never one into a private network (but for a sandbox on
   * this computer, and for the base URL's own address), and no redirection; every other status
   * than 200 is refused. The api-key does not go with it. Its errors have no `cause` but your
   * signal's: what runtimes say of a link may repeat it.
   */
  download(link: string, options: CallOptions & { largest: number }): Promise<Downloaded>;
}

/** Makes a client. Nothing is asked of the service yet. */
export function createClient(options: ClientOptions): Client {
  const checked = checkOptions<ClientOptions>(options, { apiKey: 'string', baseUrl: 'string?', fetch: 'function?', timeout: 'number?' });
  const { apiKey, timeout = times.answer } = checked;
  if (!Number.isInteger(timeout) || timeout > LONGEST) throw wrong('timeout', `must be a whole number of milliseconds, ${LONGEST} at most`);
  const fetch = checked.fetch ?? globalThis.fetch;
  const baseUrl = call((rust) => rust.readBaseUrl(checked.baseUrl));
  const tokenUrl = call((rust) => rust.tokenUrl(baseUrl));
  call((rust) => rust.checkApiKey(apiKey));

  /**
   * One request, as a whole: what comes too late, or breaks off, is a typed error, with what the
   * runtime says of it unless it is of a file, whose address is a secret. A file may take its
   * time as long as some of it is `heard`; whatever is done before it is sent counts, too.
   */
  async function ask<Answer>(
    url: string | URL,
    init: RequestInit,
    own: AbortSignal | undefined,
    read: (answer: Response, heard: () => void) => Promise<Answer>,
    before?: () => Promise<void>,
  ): Promise<Answer> {
    const isFile = before !== undefined;
    const late = deadline(isFile ? Math.max(times.download, timeout) : timeout, timeout);
    try {
      const signal = own ? either(own, late.signal) : late.signal;
      if (before) await within(signal, before());
      const answer = await fetch(url, { ...init, signal, redirect: 'manual' });
      late.heard();
      return await read(answer, late.heard);
    } catch (error) {
      if (error instanceof DocumentologServerError) throw error;
      if (own?.aborted) throw failed('aborted', own.reason);
      const code = late.signal.aborted ? 'service-timeout' : obstacle(error) ? 'service-unreachable' : 'answer-incomplete';
      throw isFile ? failed(code) : failed(code, error);
    } finally {
      late.end();
    }
  }

  return {
    async requestToken(request, options = {}) {
      const { signal } = checkOptions<CallOptions>(options, { signal: 'object?' });
      const body = call((rust) => rust.writeTokenRequest(request, baseUrl));
      const headers = { 'api-key': apiKey, 'content-type': 'application/json' };
      for (let attempt = 1; ; attempt++) {
        let pause: number | undefined;
        const read = async (answer: Response) => {
          const { status } = answer;
          pause = call((rust) => rust.pauseAfterAnswer(attempt, status, answer.headers.get('retry-after') ?? undefined, Math.random()));
          if (pause === undefined) call((rust) => rust.checkStatus(status));
          if (pause === undefined) return readAll(answer, limits.answer, () => failed('answer-too-large'));
          return void (await answer.body?.cancel());
        };
        try {
          const answer = await ask(tokenUrl, { method: 'POST', headers, body }, signal, read);
          if (answer) return JSON.parse(call((rust) => rust.readAnswer(answer))) as TokenResponse;
        } catch (error) {
          const isUnreachable = error instanceof DocumentologServerError && error.code === 'service-unreachable';
          const isNotConnected = isUnreachable && obstacle(error.cause) === 'connection';
          pause ??= call((rust) => rust.pauseAfterFailure(attempt, isNotConnected, Math.random()));
          if (pause === undefined || signal?.aborted) throw error;
        }
        await sleep(pause ?? 0, signal);
      }
    },

    async download(link, options) {
      const { largest, signal } = checkOptions<typeof options>(options, { largest: 'number', signal: 'object?' });
      const url = read(link);
      call((rust) => rust.checkLink(baseUrl, url?.origin ?? '', url?.hostname ?? '', Boolean(url?.username || url?.password)));
      const checkAddresses = async () => {
        for (const address of await lookUp(link)) call((rust) => rust.checkAddress(baseUrl, address));
      };
      const readFile = async (answer: Response, heard: () => void) => {
        const { status } = answer;
        // Another 2xx has no file in it, or a part of one.
        if (status !== 200) throw new DocumentologServerError('service-status', `The service answers with status ${status}.`, { status });
        return {
          contentType: answer.headers.get('content-type') ?? undefined,
          bytes: await readAll(answer, largest, () => failed('file-too-large'), heard),
        };
      };
      return ask(link, {}, signal, readFile, checkAddresses);
    },
  };
}

function read(link: string): URL | undefined {
  return URL.canParse(link) ? new URL(link) : undefined;
}

/** What an error of `fetch` says that kept the request from being sent; Rust knows how each runtime says so. */
function obstacle(error: unknown): string | undefined {
  const { cause } = (error ?? {}) as { cause?: { errors?: unknown[] } };
  for (const each of [error, cause, cause?.errors?.[0]]) {
    const { code, syscall, message } = (each ?? {}) as Record<string, unknown>;
    const found = call((rust) => rust.obstacleOf(text(code), text(syscall), text(message)));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A signal that comes after `whole` milliseconds, after `silence` of them in which nothing is heard, or at the end. */
function deadline(whole: number, silence: number) {
  const late = new AbortController();
  const giveUp = () => late.abort(new DOMException('The time is over.', 'TimeoutError'));
  const last = setTimeout(giveUp, whole);
  let next = setTimeout(giveUp, silence);
  return {
    signal: late.signal,
    heard() {
      clearTimeout(next);
      next = setTimeout(giveUp, silence);
    },
    /** What has not been read is not waited for: its connection is closed. */
    end() {
      clearTimeout(last);
      clearTimeout(next);
      late.abort();
    },
  };
}

/** A signal that comes with the first of two. */
function either(own: AbortSignal, late: AbortSignal): AbortSignal {
  try {
    return AbortSignal.any([own, late]);
  } catch {
    throw wrong('signal', 'must be an AbortSignal');
  }
}

/** What is waited for until a signal comes. */
function within<Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value> {
  return new Promise((done, refuse) => {
    const giveUp = () => refuse(signal.reason as Error);
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) giveUp();
    work.then(done, refuse);
  });
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/**
 * The addresses of a link's host, where the runtime can look them up (Node.js, Deno and Bun do).
 * A name that is not found is left to `fetch`, which may have a proxy that knows it.
 */
async function lookUp(link: string): Promise<string[]> {
  type Dns = { lookup(host: string, options: { all: true }): Promise<{ address: string }[]> };
  type Process = { versions?: { node?: string }; getBuiltinModule?(name: string): unknown };
  const { process } = globalThis as { process?: Process };
  const dns = process?.getBuiltinModule?.('node:dns/promises') as Dns | undefined;
  // Node.js 21, and 20 and 22 in their first months, have private networks around them and no
  // way to look before a bundle is made for them.
  if (!dns && process?.versions?.node !== undefined) {
    throw new DocumentologServerError(
      'link-refused',
      'Where the link leads cannot be checked: this runtime has no process.getBuiltinModule. Use Node.js 20.19, 22.12 or newer.',
    );
  }
  const host = new URL(link).hostname.replace(/^\[|\]$/g, '');
  return (await dns?.lookup(host, { all: true }).catch(() => []))?.map(({ address }) => address) ?? [];
}

/** A body of at most `largest` bytes. Its chunks are copied at once: each may be a single byte. */
export async function readAll(
  message: Request | Response,
  largest: number,
  tooLarge: () => DocumentologServerError,
  heard?: () => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = message.body?.getReader();
  const refuse = async () => {
    await reader?.cancel().catch(() => undefined);
    return tooLarge();
  };
  if (Number(message.headers.get('content-length')) > largest) throw await refuse();
  let held = new Uint8Array(0);
  let length = 0;
  for (;;) {
    const chunk = (await reader?.read())?.value;
    if (chunk === undefined) break;
    heard?.();
    const longer = length + chunk.length;
    if (longer > largest) throw await refuse();
    if (longer > held.length) {
      const wider = new Uint8Array(Math.min(largest, Math.max(longer, 2 * held.length, 1024)));
      wider.set(held);
      held = wider;
    }
    held.set(chunk, length);
    length = longer;
  }
  return held.length === length ? held : held.slice(0, length);
}

function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((wake, refuse) => {
    const giveUp = () => {
      clearTimeout(timer);
      refuse(failed('aborted', signal?.reason));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', giveUp);
      wake();
    }, milliseconds);
    signal?.addEventListener('abort', giveUp, { once: true });
    if (signal?.aborted) giveUp();
  });
}
