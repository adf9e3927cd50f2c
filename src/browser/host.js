// What Rust asks of the page, in few words: each function does one thing that any script
// could do, decides nothing, and is imported once. An import for each method of the DOM
// would cost a download more than the code that uses it.

/** A property, or undefined where reading it throws. */
export function get(target, name) {
  try {
    return target[name];
  } catch {}
}

/** Whether a property is this value. */
export function is(target, name, value) {
  return get(target, name) === value;
}

export function set(target, name, value) {
  target[name] = value;
}

/** An element's text. */
export function write(target, text) {
  target.textContent = text;
}

export function attribute(element, name, value) {
  element.setAttribute(name, value);
}

/** An attribute that is there or not. */
export function flag(element, name, isThere) {
  element.toggleAttribute(name, isThere);
}

/** Calls a method. One that takes any number of arguments would take a missing one for `undefined`. */
export function call(target, name, first, second) {
  return target[name](first, second);
}

/** A new object of one of the browser's classes, or undefined where there is none. */
export function make(name, argument) {
  try {
    return new globalThis[name](argument);
  } catch {}
}

/**
 * What one session hears of one thing, as a function for the browser to call: it hands on what it
 * is called with. All go in by one door, since each door would cost a download its own code.
 */
export function hearer(deliver, session, what) {
  return (value) => deliver(session, what, value);
}

/** Hears an event. Gives what ends that, as the next do. */
export function listen(target, type, heard) {
  target.addEventListener(type, heard);
  return () => target.removeEventListener(type, heard);
}

/**
 * Hears one of the browser's observers; undefined where there is none. What has been queued when
 * it ends is delivered after that, in Chromium, and goes nowhere.
 */
export function observe(name, target, heard) {
  try {
    let isOver = false;
    const observer = new globalThis[name]((seen) => isOver || heard(seen));
    observer.observe(target);
    return () => {
      isOver = true;
      observer.disconnect();
    };
  } catch {}
}

/** Hears that a time is over, once. */
export function wait(milliseconds, heard) {
  const timer = setTimeout(heard, milliseconds);
  return () => clearTimeout(timer);
}

export function end(hearing) {
  hearing?.();
}

export function isA(value, name) {
  try {
    return value instanceof globalThis[name];
  } catch {
    return false;
  }
}

export function isSame(one, other) {
  return Object.is(one, other);
}

export function frozen(object) {
  return Object.freeze(object);
}

/** The names of an object's own properties. */
export function names(object) {
  return Object.keys(object);
}

export function window() {
  return globalThis;
}

/** Milliseconds on a clock that does not go back. */
export function now() {
  return performance.now();
}

/** Opens a tab, which gets neither a handle on this page nor its address. */
export function openTab(url) {
  open(url, '_blank', 'noopener,noreferrer');
}

/** The element that a selector finds in a shadow root or, given none, in the document. */
export function find(root, selector) {
  try {
    return (root ?? document).querySelector(selector);
  } catch {}
}

/** A new element at the end of `parent`, or nowhere, that pages can style by `::part`. */
export function append(parent, name, part) {
  const element = document.createElement(name);
  if (part) element.setAttribute('part', part);
  parent?.append(element);
  return element;
}

/** Elements in `parent`, from lines of `depth name part attribute=value…`, by their parts. */
export function build(parent, lines) {
  const parts = {};
  const open = [parent];
  for (const line of lines.split('\n')) {
    const [depth, name, part, ...attributes] = line.split(' ');
    const element = append(open[depth], name, part);
    for (const text of attributes) element.setAttribute(...text.split('='));
    open[+depth + 1] = parts[part] = element;
  }
  return parts;
}

/**
 * A blank frame: the loader's own, which has this attribute and its style and nothing else, or a new
 * one that is nowhere yet. What somebody has written into the page under that name is not taken.
 */
export function frame(spare) {
  const found = find(null, `body>iframe[${spare}]`);
  const frame = found?.attributes.length === 2 ? found : document.createElement('iframe');
  frame.removeAttribute(spare);
  frame.removeAttribute('style');
  return frame;
}

/** Puts an element at the end of `parent`; a frame that is in the page stays as it is. */
export function move(parent, element) {
  try {
    if (element.isConnected) return parent.moveBefore(element, null);
  } catch {}
  parent.append(element);
}

export function shadow(element) {
  return element.attachShadow({ mode: 'open' });
}

/** Adopts a constructed style sheet, which passes a strict style-src as a <style> does not. */
export function adopt(root, css) {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets.push(sheet);
    return sheet;
  } catch {}
}

export function disown(root, sheet) {
  root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
}

/** Tells how a value, or what it is a promise of, has settled, unless the signal is aborted. */
export function settle(value, signal, heard) {
  Promise.allSettled([value]).then(([answer]) => signal.aborted || heard(answer));
}

/** What a function of the page gives, or a promise of what it throws. */
export function ask(f, first, second) {
  try {
    return f(first, second);
  } catch (error) {
    return Promise.reject(error);
  }
}

/** A promise and what settles it. */
export function defer() {
  const deferred = {};
  deferred.promise = new Promise((resolve, reject) => Object.assign(deferred, { resolve, reject }));
  return deferred;
}

/** An error of the page's class, or of the browser's where none has been set. */
export function fail(errorClass, code, message, details) {
  return errorClass ? new errorClass(code, message, details) : Object.assign(new Error(message), details, { code });
}

/** Calls back. What a page's own callback throws is reported as an uncaught error is. */
export function tell(callback, value) {
  try {
    callback?.(value);
  } catch (error) {
    reportError(error);
  }
}

/**
 * When a token that is a JWT expires, by its own word and in seconds since 1970 (RFC 7519, `exp`).
 * Of any other token it gives nothing, or something that is no number.
 */
export function expiry(token) {
  try {
    const payload = token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/');
    return JSON.parse(atob(payload)).exp;
  } catch {}
}

/** What a value is when written as JSON and read again, or undefined. */
export function plain(value) {
  try {
    return JSON.parse(JSON.stringify(value));
  } catch {}
}

/** A property of its own: a script may have written to what it inherits from. */
export function own(target, name) {
  return Object.hasOwn(target, name) ? target[name] : undefined;
}

/** A text that is short enough to be copied, or undefined. */
export function short(value, longest) {
  return typeof value === 'string' && value.length <= longest ? value : undefined;
}

/**
 * Hears the window messages that the windows in `sessions` post, and those of strangers at most
 * once in so many milliseconds, as if for session 0, which there is not: they must cost the page next to nothing, and
 * a call into the module costs many times what it costs to see that a window is nobody's frame.
 */
export function hear(sessions, deliver, what, pause) {
  // Not by the event's own time: Firefox takes longer to tell it than for all the rest.
  let timer;
  const heard = (event) => {
    const session = sessions.get(event.source);
    if (!session) {
      if (timer) return;
      timer = setTimeout(() => (timer = 0), pause);
    }
    deliver(session ?? 0, what, event);
  };
  addEventListener('message', heard);
  return () => {
    removeEventListener('message', heard);
    clearTimeout(timer);
  };
}

/** Sends a frame's window to an address, in place of where it is, and tells whether that is one. */
export function navigate(window, url) {
  try {
    window.location.replace(url);
    return true;
  } catch {
    // What the browser says of it repeats the address, which holds the token.
    return false;
  }
}

/** Has the browser ask before the page is left: by its return value in those that know no other way. */
export function askBeforeLeaving(event) {
  try {
    event.preventDefault();
    event.returnValue = true;
  } catch {}
}
