/** Method handles, and the subpaths that export the runtime's functions by name. */
import { ByteArray, Bytes, MemoryView, PyAttributeError, PyTypeError } from 'pybuffer';
import * as builtinsByName from 'pybuffer/builtins';
import * as operatorByName from 'pybuffer/operator';
import { builtins, callMethod, methodOf, operator, signatures, signatureOf } from 'pybuffer/runtime';

const text = (value: string) => new Bytes(value, 'latin-1');

/** The outcome of a call: its result as Python prints it, or its error. */
function outcome(run: () => unknown): string {
  try {
    return builtins.repr(run());
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}

const SUBJECTS: Readonly<Record<string, () => object>> = {
  bytes: () => text('a,b,c'),
  bytearray: () => new ByteArray(text('a,b,c')),
  memoryview: () => new MemoryView(new ByteArray(text('a,b,c'))),
};
const ARGUMENTS: readonly (readonly unknown[])[] = [
  [],
  [text(',')],
  [1],
  [text(','), 1],
  [text('a'), text('b'), 1],
  [null],
  ['text'],
  [[1, 2]],
  [Object.freeze([text('a')])],
  [{ sep: 1 }],
  [undefined],
  [1, 2, 3, 4],
];

describe.each(Object.keys(SUBJECTS))('%s', (type) => {
  const names = Object.keys(signatures[type as 'bytes']).filter(
    (name) => name !== '' && !/^__(hash|sizeof|dir|reduce|buffer|init|new)/.test(name),
  );
  test.each(names)('%s: its handle and callMethod do what callMethod on the class does', (name) => {
    const { binding } = signatureOf(type, name)!;
    const cls = { bytes: Bytes, bytearray: ByteArray, memoryview: MemoryView }[type]!;
    for (const args of ARGUMENTS) {
      for (const kwargs of [undefined, null, {}, { sep: text(',') }, { nonsense: 1 }]) {
        const byHandle = SUBJECTS[type]!();
        const byName = SUBJECTS[type]!();
        const isInstance = binding === 'instance';
        const found = outcome(() => methodOf(type, name)(isInstance ? byHandle : cls, args, kwargs));
        const wanted = outcome(() =>
          isInstance ? callMethod(cls, name, [byName, ...args], kwargs) : callMethod(cls, name, args, kwargs),
        );
        expect([args, kwargs, withoutAddresses(found)]).toEqual([args, kwargs, withoutAddresses(wanted)]);
        expect(String(byHandle).replace(/0x\w+/, '')).toBe(String(byName).replace(/0x\w+/, ''));
        if (!isInstance) continue;
        const self = SUBJECTS[type]!();
        const called = outcome(() => callMethod(self, name, args, kwargs));
        expect([args, kwargs, withoutAddresses(called)]).toEqual([args, kwargs, withoutAddresses(wanted)]);
        expect(String(self).replace(/0x\w+/, '')).toBe(String(byName).replace(/0x\w+/, ''));
      }
    }
  });
});

function withoutAddresses(shown: string): string {
  return shown.replace(/at 0x[0-9a-f]+/g, 'at');
}

test('a receiver of another type is refused, as by a descriptor', () => {
  expect(() => methodOf('bytes', 'find')('text', [1])).toThrow(
    new PyTypeError("descriptor 'find' for 'bytes' objects doesn't apply to a 'str' object"),
  );
  expect(() => methodOf('bytes', 'find')(new ByteArray(), [1])).toThrow(
    new PyTypeError("descriptor 'find' for 'bytes' objects doesn't apply to a 'bytearray' object"),
  );
  expect(() => methodOf('bytes', '__len__')(undefined)).toThrow(
    new PyTypeError("descriptor '__len__' requires a 'bytes' object but received a 'NoneType'"),
  );
});

test('a name or a type that is none has no handle', () => {
  expect(() => methodOf('bytes', 'foo')).toThrow(
    new PyAttributeError("type object 'bytes' has no attribute 'foo'"),
  );
  expect(() => methodOf('bytes', '')).toThrow(PyAttributeError);
  expect(() => methodOf('nothing', 'find')).toThrow(PyAttributeError);
  expect(() => methodOf('toString', 'find')).toThrow(PyAttributeError);
});

test("a derived class's objects are taken, and what they override is not asked", () => {
  class Loud extends Bytes {
    override find(): number {
      return 99;
    }
  }
  const loud = new Loud(text('abc'));
  expect(methodOf('bytes', 'find')(loud, [text('c')])).toBe(2);
  expect(callMethod(loud, 'find', [text('c')])).toBe(99);
});

test('the subpaths have the functions of the namespaces', () => {
  expect({ ...operatorByName }).toEqual({ ...operator });
  expect({ ...builtinsByName }).toEqual({ ...builtins });
});
