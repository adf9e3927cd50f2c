// Messages as no service should post them, for tests of those who listen. The page says
// which by `data-fault`.

const signed = { isDocumentolog: true, type: 'sign', success: true, signType: 'eds' };
const huge = () => 'x'.repeat(64 * 2 ** 20);

/** What is posted in place of a message of the page's own. */
export function inPlaceOf(message, fault) {
  if (fault === 'twice') return [message, message];
  if (fault === 'late' && message.type === 'user-close') return [message, signed];
  return [message];
}

/** What is posted before anything else. */
export function* atFirst(fault) {
  switch (fault) {
    case 'burst':
      for (let count = 0; count < 10_000; count++) yield { ...signed, isDocumentolog: 'true', count };
      break;
    case 'huge':
      yield huge();
      yield { ...signed, type: huge() };
      yield { ...signed, signType: huge() };
      break;
    case 'cyclic': {
      const cyclic = { type: 'sign', success: true };
      cyclic.isDocumentolog = cyclic;
      yield cyclic;
      break;
    }
    case 'deep': {
      let deep = true;
      for (let depth = 0; depth < 1_000; depth++) deep = { deep };
      yield { ...signed, isDocumentolog: deep };
      break;
    }
    case 'prototype-keys':
      yield JSON.parse(`{"__proto__": ${JSON.stringify(signed)}}`);
      yield JSON.parse(`{"constructor": {"prototype": ${JSON.stringify(signed)}}, "type": "sign", "success": true}`);
      break;
    case 'malformed':
      yield null;
      yield undefined;
      yield 7;
      yield 'sign';
      yield [signed];
      yield new Map(Object.entries(signed));
      yield { ...signed, isDocumentolog: 1 };
      yield { ...signed, type: ['sign'] };
      yield { ...signed, success: 'true' };
      yield { ...signed, success: 1 };
      yield { ...signed, signType: { toString: 1 } };
      yield { isDocumentolog: true, type: 'sign' };
      break;
  }
}
