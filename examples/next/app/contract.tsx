'use client';

import { DocumentologSign } from 'documentolog-embed/react';
import { useState } from 'react';

export function Contract({ order }: { order: string }) {
  const [text, setText] = useState<string>();
  return (
    <>
      <DocumentologSign
        key={order}
        baseUrl="http://127.0.0.1:4100" // The sandbox. Leave it out for the real service.
        token={async (signal) => {
          const answer = await fetch(`/api/token?order=${order}`, { method: 'POST', signal });
          if (!answer.ok) throw new Error(`The token route answered ${answer.status}`);
          return answer.json();
        }}
        confirm={(_claim, signal) => fetch(`/api/signed?order=${order}`, { signal }).then((answer) => answer.ok)}
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
