/** Short inputs that reach each decision of the codec, against CPython's answers. */
import { testCombinations } from './combinations.js';

testCombinations('utf-16');
