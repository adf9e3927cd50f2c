import { DocumentologError, sign } from 'documentolog-embed';
import type { Outcome } from 'documentolog-embed';

const order = crypto.randomUUID();
const status = document.querySelector<HTMLElement>('#outcome')!;

function show(outcome: Readonly<Outcome>): void {
  status.dataset.type = outcome.type;
  switch (outcome.type) {
    case 'signed':
      status.textContent = `Signed by ${outcome.method}, and confirmed.`;
      break;
    case 'already-signed':
      status.textContent = 'Signed before.';
      break;
    case 'closed':
      status.textContent = 'Not signed.';
  }
}

document.querySelector('#open')!.addEventListener('click', () => {
  const session = sign({
    baseUrl: 'http://127.0.0.1:4100', // The sandbox. Leave it out for the real service.
    token: async (signal) => {
      const answer = await fetch(`/api/token?order=${order}`, { method: 'POST', signal });
      if (!answer.ok) throw new Error(`The token route answered ${answer.status}`);
      return answer.json();
    },
    confirm: (_claim, signal) => fetch(`/api/signed?order=${order}`, { signal }).then((answer) => answer.ok),
  });
  session.outcome.then(show, (error: unknown) => {
    status.textContent = error instanceof DocumentologError ? error.message : String(error);
  });
});
