import { DocumentologSign, useDocumentologSign } from 'documentolog-embed/react';
import { StrictMode, Suspense, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { keep, optionsOf } from './kept.js';

function handlers(generation, throws) {
  const tell = (name) => (event) => {
    keep(generation, name, event);
    if (throws && name === 'onEvent') throw new Error('a fault of the page');
  };
  return { onEvent: tell('onEvent'), onSigned: tell('onSigned'), onClosed: tell('onClosed'), onFailed: tell('onFailed') };
}

function Button({ given: { opens, ...given } }) {
  const [renders, setRenders] = useState(0);
  const hook = useDocumentologSign({ ...handlers(given.generation), ...optionsOf(given) });
  window.hook = hook;
  useEffect(() => {
    if (!opens) return;
    hook.sign();
    return hook.close;
  }, []);
  return (
    <>
      <button id="open" onClick={hook.sign}>
        Sign
      </button>
      <button id="again" onClick={() => setRenders(renders + 1)}>
        {renders}
      </button>
      <p id="state" data-phase={hook.phase} data-outcome={hook.outcome?.type} data-error={hook.error?.code} data-field={hook.error?.field} />
    </>
  );
}

function Component({ throws, ...given }) {
  return (
    <DocumentologSign
      className="place"
      style={{ height: '100%' }}
      {...optionsOf(given)}
      {...handlers(given.generation, throws)}
    />
  );
}

const never = new Promise(() => {});

/** Keeps its boundary waiting: what is beside it is hidden. */
function Waiting() {
  throw never;
}

const root = createRoot(document.querySelector('#place'));
window.render = (given, what = 'component') =>
  root.render(
    <StrictMode>
      <Suspense fallback={null}>
        {what.startsWith('component') && <Component {...given} />}
        {what.startsWith('hook') && <Button given={given} />}
        {what.endsWith('waiting') && <Waiting />}
      </Suspense>
    </StrictMode>,
  );
window.isLoaded = true;
