// A component for React 18 and 19.

import { cssOf } from '../looks.js';
import { indented, linesBeforeShared, optionLines, preloadCall } from './options.js';

export function react(settings, context) {
  return settings.place === 'inline' ? inline(settings, context) : modal(settings, context);
}

function modal(settings, context) {
  return `${preloadImport(settings)}import { useDocumentologSign } from 'documentolog-embed/react';
import type { SessionOptions } from 'documentolog-embed/react';

${constants(settings, context)}
export function Contract() {
  const { sign, phase, outcome, error } = useDocumentologSign(options);
  return (
    <>
${styleElement(settings)}      <button onClick={sign} disabled={phase !== 'idle' && phase !== 'ended'}${preloadHandler(settings, context)}>
        Sign
      </button>
      <p role="status">{outcome?.type ?? error?.message}</p>
    </>
  );
}
`;
}

function inline(settings, context) {
  return `${preloadImport(settings)}import { DocumentologSign } from 'documentolog-embed/react';
import type { SessionOptions } from 'documentolog-embed/react';
import { useState } from 'react';

${constants(settings, context)}
export function Contract() {
  const [isOpen, setOpen] = useState(false);
  const [result, setResult] = useState('');
  const end = (text: string) => {
    setResult(text);
    setOpen(false);
  };
  return (
    <>
${styleElement(settings)}      <button onClick={() => setOpen(true)} disabled={isOpen}${preloadHandler(settings, context)}>
        Sign
      </button>
      {isOpen && (
        <DocumentologSign
          {...options}
          onSigned={({ type }) => end(type)}
          onAlreadySigned={({ type }) => end(type)}
          onClosed={({ type }) => end(type)}
          onFailed={({ error }) => end(error.message)}
        />
      )}
      <p role="status">{result}</p>
    </>
  );
}
`;
}

function constants(settings, context) {
  const css = cssOf(settings, 2);
  const lines = [
    ...linesBeforeShared(settings),
    'const options: SessionOptions = {',
    ...optionLines(settings, context).map((line) => `  ${line}`),
    '};',
    ...(css ? ['', '// Or in a style sheet of yours: a strict style-src keeps style elements out.', `const looks = \`\n${css}\n\`;`] : []),
  ];
  return `${indented(lines, 0)}\n`;
}

function styleElement(settings) {
  return cssOf(settings) ? '      <style>{looks}</style>\n' : '';
}

function preloadImport(settings) {
  return settings.preload ? "import { preload } from 'documentolog-embed';\n" : '';
}

function preloadHandler(settings, context) {
  return settings.preload ? ` onPointerEnter={() => void ${preloadCall(settings, context)}}` : '';
}
