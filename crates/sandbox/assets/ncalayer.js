// NCALayer, over its WebSocket: one request, one answer, one after the other.

const GREETING = 5_000;

/** Connects, and resolves when NCALayer has greeted. Rejects if there is none. */
export function connect(url, signal) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    const giveUp = () => {
      socket.close();
      reject(new Error('no answer'));
    };
    const timer = setTimeout(giveUp, GREETING);
    signal.addEventListener('abort', giveUp, { once: true });
    socket.onclose = giveUp;
    socket.onmessage = ({ data }) => {
      clearTimeout(timer);
      if (!JSON.parse(data).result?.version) return giveUp();
      resolve({ sign: (request) => sign(socket, request, signal), close: () => socket.close() });
    };
  });
}

/** A signature as NCALayer gives it; nothing if its user cancels. Rejects if it fails. */
function sign(socket, { data, serialNumber, locale }, signal) {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error('failed'));
    signal.addEventListener('abort', fail, { once: true });
    socket.onclose = fail;
    socket.onmessage = ({ data: text }) => {
      const { status, body } = JSON.parse(text);
      if (!status) return fail();
      // Some versions give a list, some the text alone.
      resolve([body.result].flat()[0]);
    };
    socket.send(JSON.stringify({
      module: 'kz.gov.pki.knca.basics',
      method: 'sign',
      args: {
        allowedStorages: null,
        format: 'cms',
        data,
        // Detached: the service has the document.
        signingParams: { decode: 'true', encapsulate: 'false', digested: 'false', tsaProfile: {} },
        signerParams: { extKeyUsageOids: ['1.3.6.1.5.5.7.3.4'], serialNumber },
        locale,
      },
    }));
  });
}
