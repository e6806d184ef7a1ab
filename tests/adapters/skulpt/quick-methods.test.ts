/**
 * Fast paths of the methods of plain bytes on Skulpt: a session that CPython answered, and which of its steps take
 * them.
 */
import { testCountedSession } from './counted.js';

testCountedSession('quick-methods');
