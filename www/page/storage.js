// What the browser keeps for the page. Where storage is forbidden or full, nothing is kept.

/** @param {'localStorage' | 'sessionStorage'} area */
export function recall(area, key) {
  try {
    return window[area].getItem(key);
  } catch {
    return null;
  }
}

/** @param {'localStorage' | 'sessionStorage'} area */
export function keep(area, key, value) {
  try {
    window[area].setItem(key, value);
  } catch {}
}
