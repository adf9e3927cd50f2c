import 'documentolog-embed/element';

const order = crypto.randomUUID();
const element = document.querySelector('documentolog-sign');
const status = document.querySelector('#outcome');

element.options = {
  confirm: (claim, signal) => fetch(`/api/signed?order=${order}`, { signal }).then((answer) => answer.ok),
};
element.token = async (signal) => {
  const answer = await fetch(`/api/token?order=${order}`, { method: 'POST', signal });
  if (!answer.ok) throw new Error(`The token route answered ${answer.status}`);
  return answer.json();
};
element.addEventListener('signed', ({ detail }) => {
  status.dataset.type = detail.type;
  status.textContent = `Signed by ${detail.method}, and confirmed.`;
});
element.addEventListener('failed', ({ detail }) => (status.textContent = detail.error.message));
