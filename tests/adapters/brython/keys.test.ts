/** Keys of dicts and elements of sets in Brython: a session that CPython 3.15 answered. */
import { brythonWithAdapter, testSession } from './host.js';

testSession(brythonWithAdapter(), 'keys');
