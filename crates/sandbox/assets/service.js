// What the signing page asks the service, with the token of its address.

const token = new URLSearchParams(location.search).get('sParams');

/** The service's answer. Throws if it refuses or is not there. */
export async function ask(action, body, signal) {
  const response = await fetch(`/external/sign/embedded/${action}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body ?? {}),
    signal,
  });
  if (!response.ok) throw new Error(`${action}: ${response.status}`);
  return response.json();
}

/** A file's bytes, in base64. */
export async function base64Of(link, signal) {
  const response = await fetch(link, { signal });
  if (!response.ok) throw new Error(`file: ${response.status}`);
  const blob = await response.blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
