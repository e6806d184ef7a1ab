/** Which calls of the source's own functions some work makes, for tests of the way to a result. */

type Functions = Record<string, (...args: never[]) => unknown>;

/**
 * What a function's calls pass while the work is done.
 *
 * @param module the function's file under `src`, without its ending
 * @param note returns what the test wants to know of a call's arguments
 */
export function noted<T>(
  module: string,
  name: string,
  work: () => unknown,
  note: (...args: never[]) => T,
): T[] {
  const called = jest.spyOn(jest.requireActual<Functions>(`../src/${module}.js`), name);
  try {
    work();
    return called.mock.calls.map((args) => note(...args));
  } finally {
    called.mockRestore();
  }
}
