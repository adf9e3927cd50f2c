import { sign } from 'documentolog-embed';
import { DocumentologSign } from 'documentolog-embed/react';
import { useState } from 'react';

/** What an app makes of the widget. */
export function Contract({ token }) {
  const [text, setText] = useState('Not signed yet.');
  return (
    <>
      <DocumentologSign token={token} onSigned={() => setText('Signed.')} onFailed={({ error }) => setText(error.code)} />
      <p>{text}</p>
    </>
  );
}

/** Signs in a dialog; gives whether it was signed. */
export async function signs(token) {
  const outcome = await sign({ token }).outcome;
  return outcome.type !== 'closed';
}
