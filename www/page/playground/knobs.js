// The form: one control for each knob, made from the table.

import { GROUPS, accepts, listed } from './settings.js';

/** Knobs whose name is a name of the package's: it is shown as it is, in every language. */
const CODE_NAMES = new Set(['options', 'timeouts', 'looks']);

/**
 * Makes the form. `changed(name, text)` is called with every change that a knob accepts.
 * Returns what shows settings and texts in it.
 */
export function makeKnobs(form, changed) {
  const controls = [];
  let words = {};
  // On a phone the groups are a list to choose from.
  const isWide = matchMedia('(width > 60rem)').matches;
  const groups = Object.entries(GROUPS).map(([name, knobs], place) => {
    const group = element('details', { className: 'group', open: isWide && place < 2 });
    group.dataset.group = name;
    const summary = element('summary');
    const heading = element('span');
    const count = element('span', { className: 'count' });
    summary.append(heading, ' ', count);
    group.append(summary);
    for (const knob of knobs) {
      const control = CONTROLS[knob.kind](knob, (text) => changed(knob.name, text));
      control.input?.addEventListener('input', () => showHint({ ...control, knob }));
      control.isCode = CODE_NAMES.has(name) && !['theme', 'parts'].includes(knob.name);
      control.root.dataset.knob = knob.name;
      controls.push({ ...control, knob });
      group.append(control.root);
    }
    return { name, knobs, group, heading, count };
  });
  form.replaceChildren(...groups.map(({ group }) => group));

  /** What a knob is for; and of what somebody has typed into it, that it is not taken. */
  function showHint({ knob, hint, input, example }) {
    const isRefused = input?.ariaInvalid === 'true';
    const sentences = [
      words.hints[knob.name],
      isRefused && example && words.example.replace('{example}', example),
      isRefused && words.notUsed,
    ];
    hint.textContent = sentences.filter(Boolean).join(' ');
    hint.hidden = !hint.textContent;
  }

  return function show(settings, inWords) {
    words = inWords;
    for (const { name, knobs, heading, count } of groups) {
      heading.textContent = words.groups[name];
      const changes = knobs.filter(({ name, initial }) => settings[name] !== initial).length;
      count.textContent = changes ? words.changed.replace('{count}', changes) : '';
    }
    for (const control of controls) {
      const { knob, label, isCode, set, name } = control;
      label.replaceChildren(isCode ? element('code', { textContent: codeName(knob.name) }) : words.knobs[knob.name]);
      name?.((value) => words.choices[knob.name]?.[value] ?? value);
      set(settings[knob.name]);
      showHint(control);
    }
  };
}

/** A colour's or a length's name as it stands in a style sheet. */
function codeName(name) {
  const isProperty = GROUPS.looks.some((knob) => knob.name === name);
  return isProperty ? `--documentolog-${name}` : name;
}

const CONTROLS = {
  choice(knob, changed) {
    const select = element('select', { id: `knob-${knob.name}` });
    for (const value of knob.values) select.append(element('option', { value }));
    select.addEventListener('change', () => changed(select.value));
    const name = (nameOf) => {
      for (const option of select.options) option.textContent = nameOf(option.value || 'none');
    };
    return { ...labelled(select), name, set: (text) => (select.value = text) };
  },
  several(knob, changed) {
    const root = element('fieldset');
    const label = element('legend');
    const hint = element('p', { className: 'hint' });
    const boxes = knob.values.map((value) => {
      const box = element('input', { type: 'checkbox', value, id: `knob-${knob.name}-${value}` });
      box.addEventListener('change', () => changed(boxes.filter(({ checked }) => checked).map(({ value }) => value).join()));
      return box;
    });
    const names = boxes.map((box) => {
      const text = element('span');
      const around = element('label', { className: 'box' });
      around.append(box, text);
      return around;
    });
    const list = element('div', { className: 'boxes' });
    list.append(...names);
    root.append(label, list, hint);
    const name = (nameOf) => names.forEach((around, place) => (around.lastChild.textContent = nameOf(knob.values[place])));
    const set = (text) => {
      for (const box of boxes) box.checked = listed(text).includes(box.value);
    };
    return { root, label, hint, name, set };
  },
  flag(knob, changed) {
    const box = element('input', { type: 'checkbox', id: `knob-${knob.name}` });
    box.addEventListener('change', () => changed(box.checked ? '1' : ''));
    const root = element('div', { className: 'knob' });
    const around = element('label', { className: 'box' });
    const label = element('span');
    around.append(box, label);
    const hint = hintOf(box);
    root.append(around, hint);
    return { root, label, hint, set: (text) => (box.checked = text === '1') };
  },
  text: (knob, changed) => field(knob, { type: 'text', maxLength: 64 }, changed),
  number: (knob, changed) => field(knob, { type: 'number', min: '0', max: '9999999', inputMode: 'numeric' }, changed, '30000'),
  length(knob, changed) {
    const example = knob.name === 'radius' ? '14px' : '37.5rem';
    return field(knob, { type: 'text', maxLength: 10, placeholder: example }, changed, example);
  },
  colour(knob, changed) {
    const made = field(knob, { type: 'text', maxLength: 7, placeholder: '#0b5cbf' }, changed, '#0b5cbf');
    const picker = element('input', { type: 'color', id: `pick-${knob.name}` });
    picker.addEventListener('input', () => changed(picker.value));
    made.input.before(picker);
    const set = (text) => {
      made.set(text);
      picker.value = text || '#888888';
      picker.dataset.isSet = String(Boolean(text));
      picker.ariaLabel = made.label.textContent;
    };
    return { ...made, set };
  },
};

/** A field to type into. `example` is something that it takes. */
function field(knob, properties, changed, example) {
  const input = element('input', { ...properties, id: `knob-${knob.name}`, autocomplete: 'off', spellcheck: false });
  input.addEventListener('input', () => {
    const isTaken = accepts(knob, input.value) && !input.validity.badInput;
    input.ariaInvalid = String(!isTaken);
    if (isTaken) changed(input.value);
  });
  // What somebody is typing is not put straight under their hands.
  const set = (text) => {
    if (document.activeElement !== input) input.value = text;
    if (input.value === text) input.ariaInvalid = 'false';
  };
  return { ...labelled(input), input, set, example };
}

function labelled(control) {
  const root = element('div', { className: 'knob' });
  const label = element('label', { htmlFor: control.id });
  const hint = hintOf(control);
  const row = element('div', { className: 'row' });
  row.append(control);
  root.append(label, row, hint);
  return { root, label, hint };
}

function hintOf(control) {
  const hint = element('p', { className: 'hint', id: `${control.id}-hint` });
  control.setAttribute('aria-describedby', hint.id);
  return hint;
}

function element(name, properties = {}) {
  return Object.assign(document.createElement(name), properties);
}
