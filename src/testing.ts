/** `pybuffer/testing`: helps test helpers compare the library's values by their contents. */
export { comparable, equalityTester } from './interop/testing.js';
