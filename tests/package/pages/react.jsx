import { DocumentologSign, useDocumentologSign } from 'documentolog-embed/react';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { optionsOf } from './kept.js';

function handlers(generation) {
  const tell = (name) => (event) => told.push([generation, name, event.type]);
  return { onEvent: tell('onEvent'), onSigned: tell('onSigned'), onClosed: tell('onClosed'), onFailed: tell('onFailed') };
}

function Button({ given }) {
  const [renders, setRenders] = useState(0);
  const hook = useDocumentologSign({ ...optionsOf(given), ...handlers(given.generation) });
  window.hook = hook;
  return (
    <>
      <button id="open" onClick={hook.sign}>
        Sign
      </button>
      <button id="again" onClick={() => setRenders(renders + 1)}>
        {renders}
      </button>
      <p id="state" data-phase={hook.phase} data-outcome={hook.outcome?.type} data-error={hook.error?.code} />
    </>
  );
}

const root = createRoot(document.querySelector('#place'));
window.render = (given, what = 'component') =>
  root.render(
    <StrictMode>
      {what === 'component' && (
        <DocumentologSign className="place" style={{ height: '100%' }} {...optionsOf(given)} {...handlers(given.generation)} />
      )}
      {what === 'hook' && <Button given={given} />}
    </StrictMode>,
  );
window.isLoaded = true;
