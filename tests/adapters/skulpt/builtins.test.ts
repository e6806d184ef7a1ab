/** `str`, `int`, `float` and `ord` of bytes on Skulpt, in a session that CPython answered. */
import { testSession } from './host.js';

testSession('builtins');
