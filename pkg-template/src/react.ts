'use client';
import { createElement, useCallback, useEffect, useInsertionEffect, useLayoutEffect, useRef, useState } from 'react';
import type { CSSProperties, EffectCallback, ReactElement } from 'react';
import { identityOf, openWith, tellBoth, warnOfChanges } from './adapters.js';
import type { Outcome, Phase } from './bindings.js';
import type { DocumentologError } from './error.js';
import { mount, sign } from './index.js';
import type { Session, SessionEvent, SessionEventOf, SessionEventType, SignOptions } from './types.js';

/** `sign-failed` as `SignFailed`. */
type Pascal<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Capitalize<Head>}${Pascal<Tail>}`
  : Capitalize<Name>;

/** A handler for each kind of event: `onSigned`, `onSignFailed`, `onClosed`, … */
export type SessionEventHandlers = {
  [Type in SessionEventType as `on${Pascal<Type>}`]?: ((event: SessionEventOf<Type>) => void) | undefined;
};

/** The options of a session, where `undefined` is as good as none. */
export type SessionOptions = Pick<SignOptions, 'token'> & {
  [Name in Exclude<keyof SignOptions, 'token'>]?: SignOptions[Name] | undefined;
};

/** The props of `<DocumentologSign>`. */
export interface DocumentologSignProps extends SessionOptions, SessionEventHandlers {
  /** Opens a dialog over the page instead of filling a place in it. */
  modal?: boolean | undefined;
  /** Of the element that the widget fills. */
  className?: string | undefined;
  /** Of the element that the widget fills. */
  style?: CSSProperties | undefined;
}

/** What `useDocumentologSign()` gives. */
export interface DocumentologSignHook {
  /** Signs in a dialog. While a session is open, and has not been told to close, it gives that one. */
  sign: () => Session;
  /** Signs in an element of the page. While a session is open, and has not been told to close, it gives that one. */
  mount: (place: Element | string) => Session;
  /** Closes the session. */
  close: () => void;
  /** Opens the signing page anew. */
  retry: () => void;
  /**
   * What the session was doing when it last told something; `idle` before the first. It is never
   * `loading`, since no event comes between `requesting-token` and `ready`: `session.phase` is.
   */
  phase: Phase;
  /** How the last session ended. */
  outcome: Readonly<Outcome> | undefined;
  /** Why the last session has stalled or failed. */
  error: DocumentologError | undefined;
}

/** A layout effect. (React 18 complains of one on a server, where it does nothing.) */
function useBrowserLayoutEffect(effect: EffectCallback, sources: unknown[]): void {
  (globalThis.document ? useLayoutEffect : useEffect)(effect, sources);
}

/**
 * Holds back what a session tells while React has put the component away. It undoes layout effects
 * before it takes elements out of the page, and so before the widget sees that they are gone: then
 * nothing is told any more. And it does when it only hides them, inside of a boundary that waits:
 * then what has been held back is told when they are back. The session goes on meanwhile, as a
 * signature may be under way on a phone.
 */
function useHolding(): (tell: () => void) => void {
  const held = useRef<(() => void)[] | undefined>(undefined);
  useBrowserLayoutEffect(() => {
    const waiting = held.current ?? [];
    held.current = undefined;
    // Not while React is at work: what the page throws is not React's.
    for (const tell of waiting) queueMicrotask(tell);
    return () => {
      held.current = [];
    };
  }, []);
  return useCallback((tell) => {
    if (held.current) held.current.push(tell);
    else tell();
  }, []);
}

/** What a component has under way. */
interface Running {
  readonly identity: unknown;
  readonly isModal: boolean;
  /** Whether its effect has been undone. */
  isLeft: boolean;
  close(): void;
}

/** What a hook has opened. */
interface OnDemand {
  readonly session: Session;
  /** Whether the page has told it to close, which the widget does when the page's handlers are done. */
  isClosing: boolean;
  /** Whether it tells nothing any more. */
  isLeft: boolean;
}

/**
 * Closes what is under way, unless its effect is done anew at once: StrictMode undoes effects and does
 * them again, when it mounts and, since React 19, when a boundary is done with waiting.
 */
function leave(run: Pick<Running, 'isLeft' | 'close'>): void {
  run.isLeft = true;
  queueMicrotask(() => {
    if (run.isLeft) run.close();
  });
}

/** A value as it was at the last render, for callbacks that outlive it. */
function useLatest<Value>(value: Value): { readonly current: Value } {
  const latest = useRef(value);
  // Before any effect or event handler of this render can run.
  useInsertionEffect(() => {
    latest.current = value;
  });
  return latest;
}

/** Every handler that there is: a misspelt one is refused, as an option is. */
const HANDLERS: Readonly<Record<keyof SessionEventHandlers, true>> = {
  onLoading: true,
  onReady: true,
  onActivity: true,
  onOpenedInTab: true,
  onConfirming: true,
  onSignFailed: true,
  onUnknown: true,
  onStalled: true,
  onSigned: true,
  onAlreadySigned: true,
  onClosed: true,
  onFailed: true,
};

function isHandler(name: string, value: unknown): boolean {
  return Object.hasOwn(HANDLERS, name) && (value === null || typeof value === 'function');
}

/** Props of the component that are no options, and those that React and JSX let a component have. */
const PROPS = ['modal', 'className', 'style', 'children', 'ref'];

function isProp(name: string, value: unknown): boolean {
  return isHandler(name, value) || PROPS.includes(name) || name.includes('-');
}

function handlerOf(type: string): string {
  return `on-${type}`.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * Signs for as long as it is mounted. The callback of the last render is the one that is
 * called; a token that is another text, promise or object opens a new session, and so does
 * another `key`. When it is unmounted the session is closed and tells nothing any more.
 */
export function DocumentologSign(props: DocumentologSignProps): ReactElement | null {
  const place = useRef<HTMLDivElement>(null);
  const latest = useLatest(props);
  const opened = useRef<DocumentologSignProps | undefined>(undefined);
  const running = useRef<Running | undefined>(undefined);
  const identity = identityOf(props.token);
  const isModal = props.modal === true;
  const hold = useHolding();

  useBrowserLayoutEffect(() => {
    // The place has gone, or come, in this very task.
    if (running.current?.isModal !== isModal) running.current?.close();
  }, [isModal]);

  useEffect(() => {
    const before = running.current;
    const isBack = before?.isLeft && before.identity === identity && before.isModal === isModal;
    if (!isBack) before?.close();
    const run = (running.current = isBack ? before : begin());
    run.isLeft = false;
    return () => leave(run);
  }, [identity, isModal]);

  function begin(): Running {
    let session: Session | undefined;
    let isGone = false;
    const tell = (event: SessionEvent) => {
      hold(() => {
        if (!isGone) tellHandlers(latest.current, event);
      });
    };
    // StrictMode mounts, unmounts and mounts again at once: what is asked of the back end
    // is asked when that is over.
    queueMicrotask(() =>
      hold(() => {
        if (isGone) return;
        opened.current = latest.current;
        const open = (options: SignOptions) => (isModal ? sign(options) : mount(place.current!, options));
        session = openWith(open, () => latest.current, tell, { isOwn: isProp });
      }),
    );
    const close = () => {
      if (isGone) return;
      isGone = true;
      opened.current = running.current = undefined;
      session?.close();
    };
    return { identity, isModal, isLeft: false, close };
  }

  useEffect(() => {
    if (opened.current && opened.current !== props) {
      warnOfChanges(opened.current, props);
      opened.current = props;
    }
  });

  return isModal ? null : createElement('div', { ref: place, className: props.className, style: props.style });
}

function tellHandlers(handlers: SessionEventHandlers & { onEvent?: ((event: SessionEvent) => void) | undefined }, event: SessionEvent): void {
  tellBoth(
    () => handlers.onEvent?.(event),
    () => (handlers[handlerOf(event.type) as 'onSigned'] as ((event: SessionEvent) => void) | undefined)?.(event),
  );
}

/** Signs on demand: for a button. The session is closed when the component is unmounted. */
export function useDocumentologSign(options: SessionOptions & SessionEventHandlers): DocumentologSignHook {
  const latest = useLatest(options);
  const hold = useHolding();
  const current = useRef<OnDemand | undefined>(undefined);
  const running = useRef({
    isLeft: false,
    close() {
      const opened = current.current;
      if (!opened) return;
      current.current = undefined;
      opened.isLeft = true;
      opened.session.close();
      // Heard where the component is only put away (`<Activity>`) and comes back.
      setState({ phase: 'ended', outcome: undefined, error: undefined });
    },
  });
  const [state, setState] = useState<Pick<DocumentologSignHook, 'phase' | 'outcome' | 'error'>>({
    phase: 'idle',
    outcome: undefined,
    error: undefined,
  });

  const open = useCallback((begin: (options: SignOptions) => Session): Session => {
    const before = current.current;
    // One that has ended can be here still: what tells of it is held back while React has put the
    // component away, as StrictMode does between doing an effect and doing it again.
    if (before && !before.isClosing && before.session.phase !== 'ended') return before.session;
    const tell = (event: SessionEvent) => {
      const phase = session.phase;
      hold(() => {
        const isCurrent = current.current === opened;
        // The page has closed it for the one that has followed.
        const isReplaced = !isCurrent && event.type === 'closed' && event.by === 'page';
        if (opened.isLeft || isReplaced) return;
        if (isCurrent) {
          if (phase === 'ended') current.current = undefined;
          setState({
            phase,
            outcome: 'confirmed' in event || event.type === 'closed' ? event : undefined,
            error: 'error' in event ? event.error : undefined,
          });
        }
        tellHandlers(latest.current, event);
      });
    };
    const session = openWith(begin, () => latest.current, tell, { isOwn: isHandler });
    const opened: OnDemand = { session, isClosing: false, isLeft: false };
    current.current = opened;
    setState({ phase: session.phase, outcome: undefined, error: undefined });
    return session;
  }, []);

  useEffect(() => {
    const run = running.current;
    run.isLeft = false;
    return () => leave(run);
  }, []);

  const actions = useRef<Pick<DocumentologSignHook, 'sign' | 'mount' | 'close' | 'retry'>>(undefined);
  actions.current ??= {
    sign: () => open(sign),
    mount: (place) => open((options) => mount(place, options)),
    close: () => {
      if (current.current) current.current.isClosing = true;
      current.current?.session.close();
    },
    retry: () => current.current?.session.retry(),
  };
  return { ...actions.current, ...state };
}
