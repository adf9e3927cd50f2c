import { DocumentologSignElement, define } from 'documentolog-embed/element';

define('x-sign');
const element = document.createElement('documentolog-sign');
element.token = () => 'a';
element.options = { locale: 'kk', confirm: () => true };
element.addEventListener('signed', ({ detail }) => console.log(detail.method));
element.addEventListener('diagnostic', ({ detail }) => console.log(detail.type));
element.addEventListener('click', (event) => console.log(event.type));
element.retry();
// @ts-expect-error there is no such option.
element.options = { colour: 'blue' };
// @ts-expect-error the session is the element's own.
element.session = undefined;
export const isElement = element instanceof DocumentologSignElement;
