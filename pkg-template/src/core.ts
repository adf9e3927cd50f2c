// What every entry shares, so that they share one module and one instance of it.
export { load } from './load.js';
export { openSession } from './session.js';
export { prepareFrame } from './spare.js';
