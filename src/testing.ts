/** `pybuffer/testing`: what test helpers need to compare the library's values by their contents. */
export { comparable, equalityTester } from './interop/testing.js';
