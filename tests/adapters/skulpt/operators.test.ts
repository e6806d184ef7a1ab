/**
 * Operators and functions of numbers with bytes on Skulpt, and text formatted with bytes, in a session that CPython
 * answered.
 */
import { freshSkulpt, runnerOf, skulptWithAdapter, testSession } from './host.js';

testSession('operators');

test('without bytes, errors of `in` and of functions of numbers are those of Skulpt', () => {
  const program = `
for call in (lambda: 5 in 5, lambda: 'a' not in None, lambda: abs('a'), lambda: round([]), lambda: '%d' % 'a'):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
`;
  const own = runnerOf(freshSkulpt())(program);
  expect(own.split('\n')).toHaveLength(6);
  expect(skulptWithAdapter()(program)).toBe(own);
});
