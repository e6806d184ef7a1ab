/**
 * Operators and functions of numbers with bytes on Skulpt, and text formatted with bytes, in a session that CPython
 * answered.
 */
import { testSession } from './host.js';

testSession('operators');
