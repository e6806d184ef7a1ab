/** Text, lists and tuples that meet bytes in Brython: a session that CPython 3.15 answered. */
import { brythonWithAdapter, testSession } from './host.js';

testSession(brythonWithAdapter(), 'mixing');
