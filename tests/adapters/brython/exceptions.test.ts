/** Exceptions and their fields in Brython: a session that CPython 3.15 answered, and what Brython's own code makes. */
import { install } from 'pybuffer/brython';
import { freshBrython, runnerOf, testSession } from './host.js';

const $B = freshBrython();
install($B);

testSession(runnerOf($B), 'exceptions');

test.each(['UnicodeDecodeError', 'UnicodeEncodeError'])(
  "Brython's own code makes a %s of a message, which has no fields",
  (name) => {
    const error = $B.$call($B.builtins[name], 'message');
    expect(String($B.$call($B.builtins['str'], error))).toBe('message');
    expect(() => $B.$getattr(error, 'start')).toThrow();
  },
);
