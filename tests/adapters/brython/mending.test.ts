/** Faults of Brython that bytes often meet: a session that CPython 3.15 answered. */
import { brythonWithAdapter, testSession } from './host.js';

testSession(brythonWithAdapter(), 'mending');
