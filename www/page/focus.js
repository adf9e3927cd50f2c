// Where the keyboard's focus is.

/**
 * Whether what had the focus is gone, or is about to be: an element that has just been hidden or
 * disabled keeps the focus until the next rendering (HTML, focus fixup).
 */
export function isFocusLost() {
  const { activeElement } = document;
  return !activeElement || activeElement === document.body || activeElement.hidden || Boolean(activeElement.disabled);
}
