// Every knob there is, and how a setting of them is written into the page's address, so
// that it can be shared. Nothing in it is secret, and nothing of it is believed: what does
// not fit a knob is left out.

/** Ways to sign, as the guide names them. */
const METHODS = ['eds', 'egov-qr', 'sms', 'adobe-sign'];

/** What can go wrong with the signing page (crates/sandbox/src/faults.rs). */
const FAULTS = [
  'redirect',
  'no-content',
  'hang',
  'slow',
  'not-found',
  'server-error',
  'x-frame-options',
  'frame-ancestors',
  'attachment',
  'messages-twice',
  'messages-late',
  'messages-burst',
  'messages-huge',
  'messages-cyclic',
  'messages-deep',
  'messages-prototype-keys',
  'messages-malformed',
];

/** The widget's parts that a page can style by `::part()`. */
const PARTS = [
  'dialog',
  'header',
  'title',
  'close',
  'room',
  'notice',
  'notice-text',
  'dismiss',
  'panel',
  'status',
  'alert',
  'actions',
  'retry',
  'open-in-tab',
  'frame',
];

/** The widget's custom properties that are colours, without their `--documentolog-`. */
export const COLOURS = ['background', 'text', 'accent', 'on-accent', 'line', 'notice'];

export const TIMEOUTS = ['token', 'load', 'silence', 'confirm', 'activity'];

/** What a `sandbox` knob can be: off, the preset, the least that works, and one that is refused. */
const SANDBOXES = ['', 'true', 'allow-scripts allow-same-origin', 'allow-forms'];

const choice = (name, values) => ({ name, kind: 'choice', values, initial: values[0] });
const flag = (name) => ({ name, kind: 'flag', initial: '' });
const plain = (kind) => (name) => ({ name, kind, initial: '' });

/**
 * The knobs, by group. A setting is a text: a choice's value, a list joined by commas, `1`
 * for a flag that is on, and nothing where the widget's own default is to hold.
 */
export const GROUPS = {
  document: [
    choice('signer', ['sender', 'recipient', 'both']),
    { name: 'methods', kind: 'several', values: METHODS, initial: METHODS.join() },
    choice('attachments', ['1', '2', '3']),
  ],
  place: [choice('place', ['modal', 'inline']), choice('locale', ['', 'kk', 'ru', 'en']), plain('text')('title')],
  looks: [
    choice('theme', ['auto', 'light', 'dark']),
    ...COLOURS.map(plain('colour')),
    plain('length')('radius'),
    plain('length')('height'),
    { name: 'parts', kind: 'several', values: PARTS, initial: '' },
  ],
  options: [
    choice('token', ['function', 'promise', 'missing', 'malformed', 'refused', 'expired', 'failing', 'never']),
    choice('confirm', ['webhook', 'off', 'refuse', 'never']),
    choice('baseUrl', ['service', 'own']),
    choice('sandbox', SANDBOXES),
    plain('text')('permissions'),
    flag('credentialless'),
    flag('leaveGuard'),
    flag('signal'),
    flag('preload'),
  ],
  timeouts: TIMEOUTS.map((name) => plain('number')(`timeouts.${name}`)),
  service: [choice('fate', ['', 'sign', 'fail-once', 'decline', 'close']), choice('fault', ['', ...FAULTS])],
};

const KNOBS = Object.values(GROUPS).flat();

const ACCEPTED = {
  choice: ({ values }, text) => values.includes(text),
  several: ({ values }, text) => text === '' || text.split(',').every((part) => values.includes(part)),
  flag: (_, text) => text === '1' || text === '',
  text: (_, text) => text.length <= 64 && !/\p{Cc}/u.test(text),
  colour: (_, text) => /^(#[0-9a-f]{6})?$/i.test(text),
  number: (_, text) => /^\d{0,7}$/.test(text),
  length: (_, text) => /^(\d{1,3}(\.\d{1,3})?(px|rem|em|vh|%))?$/.test(text),
};

/** Whether a knob can stand like this. */
export function accepts(knob, text) {
  return ACCEPTED[knob.kind](knob, text);
}

/** Every knob as it stands at first. */
export function initial() {
  return Object.fromEntries(KNOBS.map((knob) => [knob.name, knob.initial]));
}

/** The settings that a fragment describes; knobs that it does not name stand as at first. */
export function read(fragment) {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  const settings = initial();
  for (const knob of KNOBS) {
    const text = given.get(knob.name);
    if (text !== null && accepts(knob, text)) settings[knob.name] = text;
  }
  return settings;
}

/** The fragment for these settings: only what is not as at first. */
export function write(settings) {
  const changed = KNOBS.filter(({ name, initial }) => settings[name] !== initial);
  const fragment = new URLSearchParams(changed.map(({ name }) => [name, settings[name]])).toString();
  return fragment && `#${fragment}`;
}

/** The parts of a list. */
export function listed(text) {
  return text.split(/[\s,]+/).filter(Boolean);
}
