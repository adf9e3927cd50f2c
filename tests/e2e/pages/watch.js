// Counts what outlives sessions, where the page itself can see it. Runs before anything of the
// widget's does.
window.watched = (() => {
  /** The listeners of the two targets that are there for as long as the page is. */
  const kept = new Map([window, document].map((target) => [target, []]));
  const memories = [];

  const same = (type, callback, capture) => (one) =>
    one.type === type && one.callback === callback && one.capture === capture;
  const read = (options) => (typeof options === 'object' && options !== null ? options : { capture: Boolean(options) });
  const forget = (target, type, callback, capture) => {
    const listeners = kept.get(target);
    const place = listeners?.findIndex(same(type, callback, Boolean(capture))) ?? -1;
    if (place >= 0) listeners.splice(place, 1);
  };

  const { addEventListener, removeEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, callback, options) {
    const target = this ?? window;
    const { capture, once } = read(options);
    const listeners = kept.get(target);
    if (listeners && callback && !listeners.some(same(type, callback, Boolean(capture)))) {
      listeners.push({ type, callback, capture: Boolean(capture) });
      // The browser takes these away by itself.
      if (once) addEventListener.call(target, type, () => forget(target, type, callback, capture), { capture, once });
    }
    return addEventListener.call(target, type, callback, options);
  };
  EventTarget.prototype.removeEventListener = function (type, callback, options) {
    const target = this ?? window;
    forget(target, type, callback, read(options).capture);
    return removeEventListener.call(target, type, callback, options);
  };

  const remember = (instance) => {
    const memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory);
    if (memory) memories.push(memory);
    return instance;
  };
  const { instantiate, Instance } = WebAssembly;
  WebAssembly.instantiate = async (...made) => {
    const result = await instantiate(...made);
    remember(result.instance ?? result);
    return result;
  };
  WebAssembly.Instance = new Proxy(Instance, { construct: (target, made) => remember(new target(...made)) });

  /** The frames in the page, with those in shadow trees, which `window.length` leaves out. */
  const framesIn = (root) =>
    [...root.querySelectorAll('*')].reduce(
      (sum, element) => sum + (element.localName === 'iframe') + (element.shadowRoot ? framesIn(element.shadowRoot) : 0),
      0,
    );

  return {
    /** The functions that the window calls for this type of event, in their order. */
    callbacks: (type) => kept.get(window).filter((one) => one.type === type).map((one) => one.callback),
    /** Everything that is counted, as a value. */
    state: () => ({
      windowListeners: kept.get(window).length,
      messageListeners: kept.get(window).filter((one) => one.type === 'message').length,
      documentListeners: kept.get(document).length,
      frames: framesIn(document),
      elements: document.querySelectorAll('*').length,
      modules: memories.length,
      wasmBytes: memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0),
    }),
  };
})();
