import {
  camelize,
  defineComponent,
  getCurrentInstance,
  h,
  onActivated,
  onBeforeUnmount,
  onDeactivated,
  onMounted,
  onScopeDispose,
  shallowRef,
  toValue,
  useTemplateRef,
  watch,
} from 'vue';
import type { MaybeRefOrGetter, PropType, ShallowRef } from 'vue';
import { OPTIONS, identityOf, openWith, tellBoth, warnOfChanges } from './adapters.js';
import type { Diagnostic, Outcome, Phase } from './bindings.js';
import type { DocumentologError } from './error.js';
import { mount, sign } from './index.js';
import type { GivenOptions, Session, SessionEvent, SessionEventOf, SignOptions } from './types.js';

/** An option that is none if it is not given: Vue makes `false` of an absent boolean. */
const option = <Type>(...types: unknown[]) => ({ type: types as unknown as PropType<Type>, default: undefined });

/** An event of this kind. */
const told =
  <Type extends SessionEvent['type']>() =>
  (_event: SessionEventOf<Type>) =>
    true;

/**
 * Signs for as long as it is mounted. The options are props, the events are events. A token
 * that is another text, promise or object opens a new session, and so does another `key`.
 * Inside `<KeepAlive>` a session is closed when the component is put away, and another is
 * opened when it comes back: no browser keeps a frame that is not in the page.
 */
export const DocumentologSign = defineComponent({
  name: 'DocumentologSign',
  props: {
    /** The access token, or how to get it. */
    token: { type: null as unknown as PropType<SignOptions['token']>, required: true },
    /** Opens a dialog over the page instead of filling a place in it. */
    modal: Boolean,
    /** Where the service is; the guide's own address if not given. */
    baseUrl: option<NonNullable<SignOptions['baseUrl']>>(String, Array),
    /** Asks your back end whether what the browser claims is so. */
    confirm: option<NonNullable<SignOptions['confirm']>>(Function),
    /** Loads the frame without credentials, for pages with Cross-Origin-Embedder-Policy. */
    credentialless: option<boolean>(Boolean),
    /** Lets the browser ask before the page is left while the session is open. */
    leaveGuard: option<boolean>(Boolean),
    /** The language of the widget's own texts; the page's if not given. */
    locale: option<NonNullable<SignOptions['locale']>>(String),
    /** More features that the frame may use. */
    permissions: option<readonly string[]>(Array),
    /** The frame's `sandbox`: a preset by `true`, or tokens. */
    sandbox: option<boolean | string>(Boolean, String),
    /** Ends the session with the error `aborted`. */
    signal: option<AbortSignal>(Object),
    /** How long the session waits. */
    timeouts: option<NonNullable<SignOptions['timeouts']>>(Object),
    /** The accessible name of the dialog and the frame. */
    title: option<string>(String),
  },
  emits: {
    /** Every event. */
    event: (_event: SessionEvent) => true,
    /** Something an integrator may want to know. */
    diagnostic: (_diagnostic: Diagnostic) => true,
    /** A token is asked for. */
    loading: told<'loading'>(),
    /** A page is in the frame. */
    ready: told<'ready'>(),
    /** The signer is doing something in it. */
    activity: told<'activity'>(),
    /** The signer has opened the signing page in a tab. */
    openedInTab: told<'opened-in-tab'>(),
    /** `confirm` is being asked. */
    confirming: told<'confirming'>(),
    /** A try to sign has failed; the signer may try again. */
    signFailed: told<'sign-failed'>(),
    /** The service has posted something newer than this version. */
    unknown: told<'unknown'>(),
    /** The page does not come, or shows no sign of life. */
    stalled: told<'stalled'>(),
    /** The document is signed. */
    signed: told<'signed'>(),
    /** The document had been signed before. */
    alreadySigned: told<'already-signed'>(),
    /** The session was closed. */
    closed: told<'closed'>(),
    /** The session has failed. */
    failed: told<'failed'>(),
  },
  setup(props, { attrs, emit, expose }) {
    const place = useTemplateRef<HTMLDivElement>('place');
    let close: (() => void) | undefined;
    let session: Session | undefined;
    let opened: GivenOptions | undefined;

    const given = (): GivenOptions => {
      const { modal: _, ...options } = props;
      // No element has a function for an attribute, but a misspelt `confirm` comes as one.
      const isMisspelt = ([name, value]: [string, unknown]) => typeof value === 'function' && !name.startsWith('on');
      return { ...Object.fromEntries(Object.entries(attrs).filter(isMisspelt)), ...options };
    };
    const open = () => {
      close?.();
      let isGone = false;
      opened = given();
      const tell = (event: SessionEvent) => {
        if (isGone) return;
        tellBoth(
          () => emit('event', event),
          // Each event's name is its type: `@sign-failed` in a template, `onSignFailed` elsewhere.
          () => (emit as (name: string, event: SessionEvent) => void)(camelize(event.type), event),
        );
      };
      const current = openWith((options) => (props.modal ? sign(options) : mount(place.value!, options)), given, tell, {
        diagnose: (diagnostic) => emit('diagnostic', diagnostic),
      });
      session = current;
      close = () => {
        isGone = true;
        session = close = opened = undefined;
        current.close();
      };
    };

    onMounted(open);
    onActivated(() => {
      // It is called after the first mounting, too.
      if (!close) open();
    });
    onDeactivated(() => close?.());
    onBeforeUnmount(() => close?.());
    watch([() => identityOf(props.token), () => props.modal], () => close && open(), { flush: 'post' });
    watch(
      () => OPTIONS.map((name) => props[name]),
      () => {
        if (opened) warnOfChanges(opened, (opened = given()));
      },
      { flush: 'post' },
    );
    expose({
      /** Opens the signing page anew. */
      retry: () => session?.retry(),
      /** Closes the session. */
      close: () => session?.close(),
    });
    return () => (props.modal ? null : h('div', { ref: 'place' }));
  },
});

/** What `useDocumentologSign()` gives. */
export interface DocumentologSignComposable {
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
  phase: Readonly<ShallowRef<Phase>>;
  /** How the last session ended. */
  outcome: Readonly<ShallowRef<Readonly<Outcome> | undefined>>;
  /** Why the last session has stalled or failed. */
  error: Readonly<ShallowRef<DocumentologError | undefined>>;
}

/**
 * Signs on demand: for a button. The options are read when a session opens, callbacks when
 * they are called. The session is closed with the scope that it was made in, and when `<KeepAlive>`
 * puts its component away.
 */
export function useDocumentologSign(options: MaybeRefOrGetter<SignOptions>): DocumentologSignComposable {
  const phase = shallowRef<Phase>('idle');
  const outcome = shallowRef<Readonly<Outcome>>();
  const error = shallowRef<DocumentologError>();
  let current: Session | undefined;
  // Whether the page has told it to close, which the widget does when the page's handlers are done.
  let isClosing = false;

  const open = (begin: (options: SignOptions) => Session): Session => {
    if (current && !isClosing) return current;
    const tell = (event: SessionEvent) => {
      if (current !== session) return;
      phase.value = session.phase;
      if (phase.value === 'ended') current = undefined;
      outcome.value = 'confirmed' in event || event.type === 'closed' ? event : undefined;
      error.value = 'error' in event ? event.error : undefined;
      toValue(options).onEvent?.(event);
    };
    const session = openWith(begin, () => toValue(options), tell);
    current = session;
    isClosing = false;
    phase.value = session.phase;
    outcome.value = error.value = undefined;
    return session;
  };
  const leave = () => {
    const session = current;
    if (!session) return;
    current = undefined;
    session.close();
    phase.value = 'ended';
    outcome.value = error.value = undefined;
  };
  onScopeDispose(leave);
  // Over what is shown in its place, its dialog would stay open.
  if (getCurrentInstance()) onDeactivated(leave);
  return {
    sign: () => open(sign),
    mount: (place) => open((options) => mount(place, options)),
    close: () => {
      isClosing = true;
      current?.close();
    },
    retry: () => current?.retry(),
    phase,
    outcome,
    error,
  };
}
