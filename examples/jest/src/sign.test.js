// The package is made of ES modules: Jest runs those with --experimental-vm-modules.
import { open, openDialog } from './sign.js';

test('the element can be put into a page and taken out', async () => {
  const element = open(document.body);
  await Promise.resolve();
  expect(element.session.phase).toBe('requesting-token');
  element.remove();
  await Promise.resolve();
  expect(element.session).toBeUndefined();
});

test('a session that is closed before anything has loaded says so', async () => {
  const session = openDialog();
  session.close();
  expect(await session.outcome).toEqual({ type: 'closed', by: 'page' });
});
