/** Text, lists and tuples that meet bytes on Skulpt, in a session that CPython answered. */
import { skulptWithAdapter, testSession } from './host.js';

testSession('mixing');

test("an object with `__index__` gets Skulpt's own answer of `chr`, which does not know `__index__`", () => {
  expect(
    skulptWithAdapter()(`
class Plain:
    def __index__(self):
        return 97
class Bytes(bytes):
    def __index__(self):
        return 97
for x in (Plain(), Bytes(b'a')):
    try:
        print(chr(x))
    except TypeError as error:
        print(error)
`),
  ).toBe('an integer is required\n'.repeat(2));
});
