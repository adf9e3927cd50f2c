// What hears every window message: those of strangers must cost the page next to nothing.

/**
 * Hands on what the windows in `places` post, and what strangers post at most once in so many
 * milliseconds. Gives what ends that.
 */
export function listen(places, deliver, pause) {
  // Not by the event's own time: Firefox takes longer to tell it than for all the rest.
  let timer;
  const hear = (event) => {
    if (!places.has(event.source)) {
      if (timer) return;
      timer = setTimeout(() => (timer = 0), pause);
    }
    deliver(event);
  };
  addEventListener('message', hear);
  return () => {
    removeEventListener('message', hear);
    clearTimeout(timer);
  };
}
