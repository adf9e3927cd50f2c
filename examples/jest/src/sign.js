import { sign } from 'documentolog-embed';
import 'documentolog-embed/element';

/** What an app makes of the widget. */
export function open(place) {
  const element = document.createElement('documentolog-sign');
  element.token = 'a.b.c';
  place.append(element);
  return element;
}

export const openDialog = () => sign({ token: 'a.b.c' });
