/** Short inputs on which the codec decides, as CPython answers them. */
import { testCombinations } from './combinations.js';

testCombinations('punycode');
