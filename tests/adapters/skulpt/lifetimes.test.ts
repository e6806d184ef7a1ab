/** Which views block a resize on Skulpt, in a session that CPython answered, and where the search does not look. */
import { skulptWithAdapter, testSession } from './host.js';

testSession('lifetimes');

test('attributes of classes and of modules are not searched', () => {
  expect(
    skulptWithAdapter()(`
import struct
data = bytearray(b'abc')
class Holds:
    view = memoryview(data)
struct.view = memoryview(data)
data.append(1)
print(data)
for view in (Holds.view, struct.view):
    try:
        print(view[0])
    except ValueError as error:
        print(error)
`),
  ).toBe(`bytearray(b'abc\\x01')
${'operation forbidden on released memoryview object\n'.repeat(2)}`);
});
