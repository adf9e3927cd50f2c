import { DocumentologSign, useDocumentologSign } from 'documentolog-embed/react';
import type { ReactElement } from 'react';

export function Page({ token, locale }: { token: string; locale: string | undefined }): ReactElement {
  const { sign, mount, close, retry, phase, outcome, error } = useDocumentologSign({
    token,
    locale,
    onSigned: ({ method, confirmed }) => console.log(method, confirmed),
    onSignFailed: ({ method }) => console.log(method),
  });
  if (outcome?.type === 'signed') console.log(outcome.method);
  mount('#place').retry();
  return (
    <>
      <button onClick={sign} disabled={phase !== 'idle' && phase !== 'ended'} title={error?.message ?? ''} />
      <button onClick={close} onBlur={retry} />
      <DocumentologSign
        token={token}
        locale={locale}
        modal
        className="place"
        style={{ height: 600 }}
        onEvent={(event) => console.log(event.type)}
        onOpenedInTab={(event) => console.log(event.type)}
        onAlreadySigned={({ confirmed }) => console.log(confirmed)}
        onClosed={({ by }) => console.log(by)}
        onFailed={({ error }) => console.log(error.code)}
        onStalled={undefined}
      />
      {/* @ts-expect-error there must be a token. */}
      <DocumentologSign />
      {/* @ts-expect-error no such event. */}
      <DocumentologSign token={token} onSign={() => {}} />
      {/* @ts-expect-error that is not what the event has. */}
      <DocumentologSign token={token} onClosed={({ method }) => method} />
    </>
  );
}
