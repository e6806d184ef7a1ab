/** Values that cross between Brython and the library: a session that CPython 3.15 answered. */
import { brythonWithAdapter, testSession } from './host.js';

testSession(brythonWithAdapter(), 'values');
