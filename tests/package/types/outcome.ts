// What TypeScript must accept, and what it must not.
import { DocumentologError, mount, preload, sign } from 'documentolog-embed';
import type {
  Diagnostic,
  ErrorCode,
  Outcome,
  Phase,
  Session,
  SessionEvent,
  SessionEventOf,
  SignOptions,
  TokenResponse,
} from 'documentolog-embed';

const never = (value: never): never => value;

// An outcome is one of three things, and the compiler knows when all are dealt with.
export function exhaustive(outcome: Readonly<Outcome>): string {
  switch (outcome.type) {
    case 'signed':
      return `${outcome.method ?? 'unknown'} ${outcome.confirmed}`;
    case 'already-signed':
      return String(outcome.confirmed);
    case 'closed':
      return outcome.by;
    default:
      return never(outcome);
  }
}

export function forgetful(outcome: Readonly<Outcome>): string {
  switch (outcome.type) {
    case 'signed':
    case 'already-signed':
      return 'signed';
    default:
      // @ts-expect-error 'closed' has been forgotten.
      return never(outcome);
  }
}

export function everyEvent(event: SessionEvent): unknown {
  switch (event.type) {
    case 'loading':
    case 'ready':
    case 'activity':
    case 'opened-in-tab':
      return event.type;
    case 'confirming':
      return event.claim.type;
    case 'sign-failed':
      return event.method;
    case 'unknown':
      return event.messageType;
    case 'stalled':
    case 'failed':
      return event.error.code;
    case 'signed':
    case 'already-signed':
    case 'closed':
      return exhaustive(event);
    default:
      return never(event);
  }
}

export function everyDiagnostic(diagnostic: Diagnostic): string {
  switch (diagnostic.type) {
    case 'message-refused':
      return `${diagnostic.reason} ${diagnostic.origin}`;
    case 'local-network-blocked':
      return `${diagnostic.by} ${diagnostic.message}`;
    case 'embedder-policy':
      return diagnostic.message;
    default:
      return never(diagnostic);
  }
}

// A method is open: the service may add some. The known ones are offered.
const method: Extract<Outcome, { type: 'signed' }>['method'] = 'a-new-one';
const known: Extract<Outcome, { type: 'signed' }>['method'] = 'egov-qr';
export const methods = [method, known];

// Tokens in every form that they may have.
const answer: TokenResponse = { status: 1, data: { access_token: 'a', token_type: 'Bearer', more: 1 } };
export const sources: SignOptions['token'][] = [
  'a',
  answer,
  { access_token: 'a' },
  Promise.resolve('a'),
  () => 'a',
  async (signal) => (await fetch('/api/token', { signal })).json() as Promise<TokenResponse>,
];
// @ts-expect-error a number is no token.
sign({ token: 1 });
// @ts-expect-error there must be a token.
sign({});
// @ts-expect-error no such option.
sign({ token: 'a', colour: 'blue' });
// @ts-expect-error no such time.
sign({ token: 'a', timeouts: { lunch: 1 } });
// @ts-expect-error an option that is not wanted is left out.
sign({ token: 'a', title: undefined });
// @ts-expect-error mount() needs a place.
mount({ token: 'a' });
// @ts-expect-error an outcome cannot be changed.
sign({ token: 'a' }).outcome.then((outcome) => (outcome.type = 'closed'));
// @ts-expect-error the package's own sentences are nobody's.
export type Own = typeof import('documentolog-embed').aborted;
// @ts-expect-error no such code.
export const code: ErrorCode = 'no-such-code';
// @ts-expect-error no such phase.
export const phase: Phase = 'over';

export async function session(place: Element): Promise<void> {
  const options: SignOptions = {
    token: 'a',
    baseUrl: ['doculite', 'https://example.kz'],
    locale: 'kk',
    confirm: async (claim, signal) => claim.type === 'signed' && !signal.aborted,
    timeouts: { token: 1, load: 1, silence: 1, confirm: 1, activity: 1 },
    permissions: ['camera'],
    sandbox: true,
    onEvent: (event) => everyEvent(event),
    onDiagnostic: (diagnostic) => everyDiagnostic(diagnostic),
  };
  // @ts-expect-error an answer of whatever status is no confirmation.
  sign({ token: 'a', confirm: (_claim, signal) => fetch('/api/signed', { signal }) });
  const open: Session = mount(place, options);
  open.addEventListener('signed', ({ detail }) => detail.method);
  open.addEventListener('failed', ({ detail }) => detail.error.code);
  // @ts-expect-error no such event.
  open.addEventListener('sign', () => {});
  for await (const event of open) everyEvent(event);
  const signed: SessionEventOf<'signed'> = { type: 'signed', method: null, confirmed: true };
  exhaustive(signed);
  // @ts-expect-error the phase is the session's to say.
  open.phase = 'ended';
  try {
    exhaustive(await open.outcome);
  } catch (error) {
    if (error instanceof DocumentologError) {
      const claim: Readonly<Outcome> | undefined = error.claim;
      const text: string = error.message + error.code + (error.field ?? '') + String(error.cause) + String(claim);
      console.log(text);
    }
  }
  await preload();
  await preload({ baseUrl: 'https://example.kz' });
}

// A session is disposable, whether the program is compiled with that library or not.
export function dispose(open: Session): void {
  open[Symbol.dispose]();
}
