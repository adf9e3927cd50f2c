// Everything in one file.
export * from './index.js';
export * from './element.js';
