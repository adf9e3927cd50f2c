// A page of another origin that says what only the signing page may say.
parent.postMessage({ isDocumentolog: true, type: 'sign', success: true, signType: 'eds' }, '*');
