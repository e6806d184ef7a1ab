/**
 * The outcome of a call as text that is easy to compare: the value, or the class and message of Python's
 * exception.
 */
import { PyException } from 'pybuffer';
import { builtins } from 'pybuffer/runtime';

/**
 * `str(value)` of a string, `repr(value)` of everything else, or `ValueError: message`; other errors pass
 * through.
 */
export function pythonOf(run: () => unknown): string {
  try {
    const value = run();
    return typeof value === 'string' ? value : builtins.repr(value);
  } catch (error) {
    if (!(error instanceof PyException)) throw error;
    return `${error.name}: ${error.message}`;
  }
}
