// The live log: what the session tells, what the gate refuses, and where that stands in
// the source.

/**
 * A log in a list. Entries are `{ kind, name, details, text, place }`: `details` are short
 * words of the package's own, `text` gives a sentence in the page's language, and `place`
 * is a line of the source.
 */
export function makeLog(list) {
  let entries = [];
  let words;
  const begun = () => entries[0]?.at ?? performance.now();

  const append = (entry) => {
    const item = document.createElement('li');
    Object.assign(item.dataset, { kind: entry.kind, name: entry.name, ...entry.data });
    const time = document.createElement('time');
    time.textContent = `${((entry.at - begun()) / 1000).toFixed(2)} s`;
    const kind = document.createElement('span');
    kind.className = 'kind';
    kind.textContent = words.kinds[entry.kind];
    const name = document.createElement('code');
    name.textContent = [entry.name, ...(entry.details ?? [])].join(' · ');
    item.append(time, ' ', kind, ' ', name);
    const text = entry.text?.(words);
    if (text) item.append(paragraph(text));
    if (entry.message) item.append(Object.assign(paragraph(entry.message), { lang: 'en' }));
    if (entry.place) item.append(' ', linkTo(entry.place));
    list.append(item);
  };

  return {
    add(entry) {
      const added = { ...entry, at: performance.now() };
      entries.push(added);
      // Whoever reads what came before is left alone.
      const view = list.parentElement;
      const isAtEnd = view.scrollHeight - view.scrollTop - view.clientHeight < 40;
      append(added);
      if (isAtEnd) view.scrollTop = view.scrollHeight;
    },
    clear() {
      entries = [];
      list.replaceChildren();
    },
    /** In another language. */
    show(inWords) {
      if (words === inWords) return;
      words = inWords;
      list.replaceChildren();
      for (const entry of entries) append(entry);
    },
  };
}

function paragraph(text) {
  return Object.assign(document.createElement('p'), { textContent: text });
}

function linkTo({ file, line }) {
  const link = document.createElement('a');
  link.href = `/playground/source/${file}#L${line}`;
  link.target = '_blank';
  link.rel = 'noopener';
  link.textContent = `${file}:${line}`;
  return link;
}
