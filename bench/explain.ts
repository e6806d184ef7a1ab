/**
 * Why rows miss a target, shown beside them in the table. Times in them were measured; that a thing is the cause is mostly
 * inferred from how the contenders differ, not from a profile.
 *
 * FRESH: V8 counts no references, so that the memory of a result cannot be used again before a collection: each large
 * result touches new pages. On the machine of the table below `Uint8Array.prototype.slice` of 64 KiB takes 2 to 10 us where the copying
 * itself takes 0.6, and CPython, which gets the block it has just freed, 0.8. The column `raw` is that limit.
 */
const FRESH =
  'Fresh memory for each result: V8 cannot reuse it before a collection; `raw` and `Buffer` show what the platform takes';
const OBJECTS =
  'An object for each piece: V8 makes one in 10 to 25 ns and moves it when it survives; CPython takes 12';
const CALL = 'Fixed costs of a call: arguments, a result object, a place in a slab (15 to 30 ns together)';
const VIEW =
  'A view is two objects with 24 fields and two arrays, because each field of `Py_buffer` is there; 40 ns to fill';
const FIELDS =
  'V8 loads each field of the object again for each item (5 loads against 2 of a `Uint8Array`) where the object is not constant';
const STRINGS =
  'Strings of V8 are made by the platform alone; a short check before and after its call is what is added';

export const reasons: Readonly<Record<string, string>> = {
  'bytes(bytearray)': FRESH,
  'bytearray(bytes)': FRESH,
  'ba[1:-1]': FRESH,
  'mv(bytearray).tobytes()': FRESH,
  'bytes(iterator)': 'The protocol of iterators: a result object for each item',
  'b + b': FRESH,
  'b * 100': FRESH,
  'center(2 n)': FRESH,
  'zfill(2 n)': FRESH,
  'ba.extend(bytes)': FRESH,
  'ba += 1 KiB to 16 MiB':
    'CPython grows by `realloc`, which moves pages without copying; here 32 MiB of fresh memory are touched',
  'ba += 16 B to 1 MiB': 'As above: growing copies',
  "b''.join of 1e5 x 10 B":
    'A hundred thousand objects to read, each in a cache line of its own; `Buffer.concat` takes as long',
  "b', '.join of 10 x 8 B": CALL,
  'list(b)': 'A list of 65,536 items is 512 KiB of fresh memory; CPython shares its small ints',
  "mv('B').tolist()": 'As for list(b)',
  "mv('q').tolist()": 'A bigint is an object of its own, 24 bytes for each item',
  "split(b'e')": OBJECTS,
  "rsplit(b'e')": OBJECTS,
  'split()': OBJECTS,
  "partition(b';')": CALL,
  "rpartition(b';')": CALL,
  'memoryview(b)': VIEW,
  'mv[1:-1]': VIEW,
  'mv[::2]': VIEW,
  "mv.cast('I')": VIEW,
  "mv.cast('B', 2-D)": VIEW,
  'mv.toreadonly()': VIEW,
  'mv[:] = b': 'A view of the right side is made and released, as in CPython; then one `set`',
  'b[i] loop': FIELDS,
  'ba[i] loop': FIELDS,
  'ba[i] = v loop': FIELDS,
  'mv[i] loop': FIELDS,
  'mv[i] = v loop': FIELDS,
  "mv('H')[i] loop": `${FIELDS}; then a switch by format and a DataView`,
  "mv('d')[i] loop": `${FIELDS}; then a DataView`,
  "mv('d') 2-D m[i, j] loop": `${FIELDS}; then a DataView, two bounds and two strides`,
  'for x in mv': 'Each item may find the view released, so that no typed array can be handed out',
  'strip()': 'CPython answers in 18 ns here',
  "strip(b'the .\\n')": CALL,
  "removeprefix(b'the ')": CALL,
  "replace(b'e', b'x')": CALL,
  "replace(b'e', b'')": CALL,
  "replace(b'th', b'HEY')": CALL,
  'isascii()': 'CPython asks 8 bytes at once without a call',
  'decode ASCII as utf-8': STRINGS,
  'decode latin-1': STRINGS,
  'decode utf-8 multibyte': STRINGS,
  'encode ASCII': STRINGS,
  'encode utf-8 multibyte': STRINGS,
  'b == c, equal': 'A call of `Buffer.prototype.compare` takes 40 to 70 ns before it compares',
  'b < c, equal': 'A call of `Buffer.prototype.compare` takes 40 to 70 ns before it compares',
  'mv == mv2, d':
    'Doubles are compared as numbers (NaN, -0), two DataView reads each; Brython does not look at them',
  'bytes(memoryview)': CALL,
  'b[::3]': 'Copied in and out of the kernel in pieces',
  'hash(memoryview(b))':
    'SipHash waits for each word in turn: 14 us for 64 KiB in WebAssembly, 11 in C, and the copy in',
  'b % (int, bytes)': CALL,
  "hex(':')": CALL,
  "split(b', ')": CALL,
  'mv == mv2, B': CALL,
  'index 4 B, near': CALL,
  'byte in b, absent': 'CPython answers in 23 ns at 1 KiB; a call of the platform alone takes 13',
  'find byte, absent': CALL,
  'rfind byte, absent': CALL,
  'expandtabs()': 'Short runs, byte by byte',
  'hex()': 'The digits are put together in memory of their own before the platform makes the string',
  "translate(None, b'aeiou')": 'A byte a step: where each goes depends on all before it',
  'upper()': FRESH,
  'isalpha(), true': 'Each piece is copied into the memory of the kernels first',
  'ba.insert(n/2, x), pop(n/2)': CALL,
  'FIFO: += 64 B, del [:64]': CALL,
  "struct.iter_unpack('<IHd')": 'A frozen tuple for each record',
  'capitalize()': CALL,
  'ba.reverse()': 'The platform reverses in place, 0.4 ns a byte',
};
