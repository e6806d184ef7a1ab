/**
 * Names that Python and engines look up in any value: lookups end before the Proxy, whether a name was
 * declared before or after the Proxy was made.
 */
import type * as LookedUp from '../../src/objects/looked-up.js';
import { HANDLE_KEYS, Subscripts } from '../../src/objects/index.js';

const ENDED = { value: undefined, writable: true, enumerable: false, configurable: true };

test('names can be declared before and after the end of the chain exists', () => {
  let room!: typeof LookedUp;
  jest.isolateModules(() => {
    room = jest.requireActual<typeof LookedUp>('../../src/objects/looked-up.js');
  });
  const key = Symbol('key');
  const last = {};
  room.lookedUp('early', key);
  expect(Reflect.ownKeys(last)).toEqual([]);
  room.endLookUpsAt(last);
  expect(Reflect.ownKeys(last)).toEqual(['early', key]);
  room.lookedUp('late', 'later');
  expect(Object.getOwnPropertyDescriptors(last)).toEqual({
    early: ENDED,
    late: ENDED,
    later: ENDED,
    [key]: ENDED,
  });
});

test("what Python and engines look up in any object never reaches the Proxy of the library's objects", () => {
  const last = Subscripts.prototype as object;
  const names = [
    ...['__bytes__', '__buffer__', '__release_buffer__', '__index__', '__int__', '__float__', '__complex__'],
    ...['__bool__', '__len__', '__length_hint__', '__iter__', '__next__', '__getitem__', '__contains__'],
    ...['__eq__', '__hash__', '__repr__', '__str__', '__format__', 'then'],
    ...[Symbol.asyncIterator, ...HANDLE_KEYS],
  ];
  for (const name of names) {
    expect([name, Object.getOwnPropertyDescriptor(last, name)]).toEqual([name, ENDED]);
  }
  expect(new Set(HANDLE_KEYS).size).toBe(4);
});
