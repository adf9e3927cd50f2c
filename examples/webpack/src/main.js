// The entry `external` keeps the WebAssembly module in a file of its own, which browsers
// compile while it comes and cache apart from the code.
import { mount } from 'documentolog-embed/external';

const order = crypto.randomUUID();

document.querySelector('#open').addEventListener('click', async ({ target }) => {
  target.disabled = true;
  const place = document.createElement('div');
  place.style.height = '40rem';
  target.after(place);
  const session = mount(place, {
    baseUrl: 'http://127.0.0.1:4100', // The sandbox. Leave it out for the real service.
    token: async (signal) => {
      const answer = await fetch(`/api/token?order=${order}`, { method: 'POST', signal });
      if (!answer.ok) throw new Error(`The token route answered ${answer.status}`);
      return answer.json();
    },
    confirm: (claim, signal) => fetch(`/api/signed?order=${order}`, { signal }).then((answer) => answer.ok),
  });
  const status = document.querySelector('#outcome');
  for await (const event of session) {
    if (event.type === 'failed') status.textContent = event.error.message;
    if (event.type !== 'signed') continue;
    status.dataset.type = event.type;
    status.textContent = `Signed by ${event.method}, and confirmed.`;
  }
});
