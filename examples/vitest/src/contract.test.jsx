// Under jsdom there is no signing: it has no frames of other origins. What can be tested is
// what the app does around it. Drive the real thing in a browser, against the sandbox.
import { sign } from 'documentolog-embed';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test, vi } from 'vitest';
import { Contract, signs } from './contract.jsx';

globalThis.IS_REACT_ACT_ENVIRONMENT = true;

vi.mock('documentolog-embed', { spy: true });

test('a component that signs can be rendered and unmounted', async () => {
  const place = document.createElement('div');
  document.body.append(place);
  const root = createRoot(place);
  await act(() => root.render(<Contract token="a.b.c" />));
  expect(place.textContent).toBe('Not signed yet.');
  await act(() => root.unmount());
  expect(place.innerHTML).toBe('');
});

test('a session that is closed before anything has loaded says so', async () => {
  const session = sign({ token: 'a.b.c' });
  expect(session.phase).toBe('requesting-token');
  session.close();
  expect(await session.outcome).toEqual({ type: 'closed', by: 'page' });
});

test('the app does with an outcome what it should', async () => {
  vi.mocked(sign).mockReturnValueOnce({ outcome: Promise.resolve({ type: 'signed', method: 'eds', confirmed: true }) });
  expect(await signs('a.b.c')).toBe(true);
  vi.mocked(sign).mockReturnValueOnce({ outcome: Promise.resolve({ type: 'closed', by: 'signer' }) });
  expect(await signs('a.b.c')).toBe(false);
});
