import { DocumentologSign, useDocumentologSign } from 'documentolog-embed/react';
import type { SessionOptions } from 'documentolog-embed/react';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';

const order = crypto.randomUUID();

const options: SessionOptions = {
  baseUrl: 'http://127.0.0.1:4100', // The sandbox. Leave it out for the real service.
  token: async (signal) => {
    const answer = await fetch(`/api/token?order=${order}`, { method: 'POST', signal });
    if (!answer.ok) throw new Error(`The token route answered ${answer.status}`);
    return answer.json();
  },
  confirm: (_claim, signal) => fetch(`/api/signed?order=${order}`, { signal }).then((answer) => answer.ok),
};

/** A button that opens the dialog. */
function SignButton() {
  const { sign, phase, outcome, error } = useDocumentologSign(options);
  return (
    <>
      <button id="open" onClick={sign} disabled={phase !== 'idle' && phase !== 'ended'}>
        Sign
      </button>
      <p id="outcome" role="status" data-type={outcome?.type}>
        {outcome?.type === 'signed' ? `Signed by ${outcome.method}, and confirmed.` : error?.message}
      </p>
    </>
  );
}

/** The same, in a place of the page. */
function SignHere() {
  const [text, setText] = useState<string>();
  return (
    <>
      <DocumentologSign
        {...options}
        style={{ height: '40rem' }}
        onSigned={({ method }) => setText(`Signed by ${method}, and confirmed.`)}
        onFailed={({ error }) => setText(error.message)}
      />
      <p id="outcome" role="status" data-type={text && 'signed'}>
        {text}
      </p>
    </>
  );
}

createRoot(document.querySelector('#root')!).render(
  <StrictMode>
    <h1>A contract</h1>
    {location.hash === '#inline' ? <SignHere /> : <SignButton />}
  </StrictMode>,
);
