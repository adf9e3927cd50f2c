// What the guide's parts 2 and 3 ask for, as one writes it by hand. The guide itself checks no
// origin; whoever leaves that out has saved a comparison, and believes every window there is.

/** The address of the signing page. */
export const addressOf = (service, token) => `${service}/external/sign/embedded?sParams=${encodeURIComponent(token)}`;

/** Shows the signing page in an element, tells what its messages say, and gives what ends it. */
export function openByHand(service, token, place, tell) {
  const listener = (event) => {
    if (event.origin !== service) return;
    const message = event.data;
    if (message?.isDocumentolog !== true) return;
    if (message.type === 'sign') tell(message.success ? 'signed' : 'failed', message.signType);
    else if (message.type === 'already-signed') tell('already-signed');
    else if (message.type === 'user-close') tell('closed');
  };
  addEventListener('message', listener);
  const frame = document.createElement('iframe');
  frame.src = addressOf(service, token);
  frame.width = '400px';
  frame.height = '600px';
  place.append(frame);
  return () => {
    removeEventListener('message', listener);
    frame.remove();
  };
}
