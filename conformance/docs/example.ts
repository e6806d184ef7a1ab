/**
 * Functions with which tests repeat the documentation's examples: each test names its example and states what
 * Python prints.
 */
import { PyException, repr } from 'pybuffer';


/**
 * One example of the documentation.
 *
 * @param id its name in the inventory of the documentation: document, running number
 * @param title what it shows
 */
export function example(id: string, title: string, run: () => void): void {
  test(`${id} ${title}`, () => {
    expect.hasAssertions();
    run();
  });
}

/** Checks that Python would print the value as `text`. */
export function shows(value: unknown, text: string): void {
  expect(repr(value)).toBe(text);
}

/** Checks that the call raises Python's exception of that class, with that message if one is given. */
export function raises(run: () => unknown, name: string, message?: string): void {
  let raised: unknown = null;
  try {
    run();
  } catch (error) {
    raised = error;
  }
  expect(raised).toBeInstanceOf(PyException);
  expect((raised as PyException).name).toBe(name);
  if (message !== undefined) expect((raised as PyException).message).toBe(message);
}
