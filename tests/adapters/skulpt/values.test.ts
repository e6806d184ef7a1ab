/** Values of a program that reach the library on Skulpt, in a session that CPython answered, and code that waits. */
import { ILP32 } from 'pybuffer';
import { hang } from '../../../src/adapters/skulpt/classes.js';
import { borderOf } from './counted.js';
import { freshSkulpt, skulptWithAdapter, testSession } from './host.js';

testSession('values');

test('a callback that waits raises', () => {
  expect(
    skulptWithAdapter()(`
import time
class Waits:
    def __index__(self):
        time.sleep(0.001)
        return 1
    def __iter__(self):
        return self
    def __next__(self):
        time.sleep(0.001)
        return 1
for call in (lambda: b'a'[Waits()], lambda: bytearray().extend(Waits())):
    try:
        call()
    except Exception as error:
        print(error)
`),
  ).toBe('a callback of bytes, bytearray or memoryview cannot suspend\n'.repeat(2));
});

test("the option `abi` chooses the sizes of C's types", () => {
  const program =
    "import struct\nprint(struct.calcsize('l'), struct.calcsize('P'), memoryview(b'a' * 8).cast('l').itemsize)";
  expect(skulptWithAdapter()(program)).toBe('8 8 8\n');
  expect(skulptWithAdapter({ abi: ILP32 })(program)).toBe('4 4 4\n');
});

test('values of the library become those of Skulpt, and errors keep their classes and fields', () => {
  const Sk = freshSkulpt();
  const border = borderOf(Sk);
  for (const type of Object.values(border.runtime.types)) hang(border, type);
  const { host } = border;
  for (const value of [0, 1, 255, 256]) expect(host.int(value)).toBe(host.int(value));
  for (const value of [-1, 257, 2n ** 70n]) expect(host.int(value)).toMatchObject({ v: value });
  expect(host.int(257)).not.toBe(host.int(257));
  expect([host.bool(true), host.bool(false)]).toEqual([
    (Sk.builtin['bool'] as never as Record<string, unknown>)['true$'],
    (Sk.builtin['bool'] as never as Record<string, unknown>)['false$'],
  ]);
  expect(host.foreign({})).toBe(host.none);
  expect(host.typeOf(host.float(1))).toBe(Sk.builtin['float_']);
  const stream = host.wrap('BytesIO', {}, null);
  expect([stream.$d === undefined, host.wrap('array', {}, null).$d]).toEqual([false, undefined]);
  expect(host.wrap('bytes', {}, null).ob$type).toBe(border.bytes);
  expect([host.typeObject('array'), host.nameOf(border.classes.get('array')!)]).toEqual([
    border.classes.get('array'),
    { name: 'array', full: 'array.array' },
  ]);
  expect(host.attributes!(stream)).toBeNull();
  expect([null, undefined, {}, new Error('x')].map((each) => host.describeError(each))).toEqual(
    Array(4).fill(null),
  );
  const made = (message: string, fields: Record<string, never>) =>
    host.makeError({
      name: 'ValueError',
      module: 'builtins',
      message,
      fields,
      notes: [],
      error: new Error(),
    }) as {
      args: { v: { v: unknown }[] };
    };
  const args = (error: ReturnType<typeof made>) => error.args.v.map(({ v }) => v);
  expect([args(made('', {})), args(made('text', {}))]).toEqual([[], ['text']]);
  expect(args(made('text', { a: host.int(5) as never, b: host.str('x') as never }))).toEqual([5, 'x']);
});
