/**
 * Fast paths of slots for plain bytes and plain ints on Skulpt: a session that CPython answered, and which of its
 * steps take them.
 */
import { testCountedSession } from './counted.js';

testCountedSession('quick');
