/** Operators and functions of numbers that refuse bytes in Brython: a session that CPython 3.15 answered. */
import { brythonWithAdapter, testSession } from './host.js';

testSession(brythonWithAdapter(), 'operators');
