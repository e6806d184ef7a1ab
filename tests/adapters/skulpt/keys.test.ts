/** Keys of dicts and elements of sets on Skulpt, in a session that CPython answered. */
import { testSession } from './host.js';

testSession('keys');
