/** Values of a program that reach the library on Skulpt, in a session that CPython answered, and code that waits. */
import { ILP32 } from 'pybuffer';
import { skulptWithAdapter, testSession } from './host.js';

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
