/** Methods of a part that was not imported. */
import { PyNotImplementedError } from '../../src/exceptions/index.js';
import { lackMethods } from '../../src/objects/index.js';

test('each method raises with the import that brings it, and can be replaced', () => {
  const prototype: Record<string, () => unknown> = { other: () => 1 };
  lackMethods(prototype, 'upper title', 'text-methods');
  for (const name of ['upper', 'title']) {
    expect(() => prototype[name]!()).toThrow(
      new PyNotImplementedError(
        `${name}() is not in pybuffer/core: import 'pybuffer/text-methods' to register it`,
      ),
    );
  }
  expect([Object.getOwnPropertyNames(prototype), Object.keys(prototype)]).toEqual([
    ['other', 'upper', 'title'],
    ['other'],
  ]);
  prototype.upper = () => 2;
  Object.defineProperty(prototype, 'title', { value: () => 3, enumerable: true });
  expect([prototype.upper(), prototype.title!()]).toEqual([2, 3]);
});
