export { bytes } from 'documentolog-embed/wasm-bytes-plain';
