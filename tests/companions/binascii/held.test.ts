// Which buffers binascii and base64 hold while they convert other arguments, and their errors for arguments
// without a buffer, as in CPython 3.15.2.
import { ByteArray, MemoryView, b } from '../../../src/index.js';
import { b32decode, b64decode, decodebytes } from '../../../src/base64.js';
import { a2b_hex, crc32, crc_hqx, hexlify } from '../../../src/binascii.js';

const CALLS: Readonly<Record<string, (data: ByteArray, value: { __index__(): number }) => unknown>> = {
  hexlify: (data, value) => hexlify(data, ':', value),
  crc32: (data, value) => crc32(data, value),
  crc_hqx: (data, value) => crc_hqx(data, value),
};

test.each(Object.entries(CALLS))('%s holds its data while an int is asked for its value', (_name, call) => {
  const data = new ByteArray(b`abc`);
  const value = {
    __index__() {
      data.clear();
      return 1;
    },
  };
  expect(() => call(data, value)).toThrow('Existing exports of data: object cannot be re-sized');
  expect(data.repr()).toBe("bytearray(b'abc')");
  data.clear();
});

test('the data is checked before the int', () => {
  expect(() => crc32(null as never, 1.5)).toThrow("a bytes-like object is required, not 'NoneType'");
});

class Refusing {
  __buffer__(): MemoryView {
    return null as never;
  }
}

test('a class without a buffer', () => {
  expect(() => a2b_hex(new Refusing())).toThrow(
    "argument should be bytes, buffer or ASCII string, not 'Refusing'",
  );
  expect(() => b64decode(new Refusing())).toThrow(
    "argument should be a bytes-like object or ASCII string, not 'Refusing'",
  );
  expect(() => decodebytes(new Refusing())).toThrow('expected bytes-like object, not Refusing');
});

test('data that is not contiguous is copied first, and padded may be None', () => {
  const view = new MemoryView(b`Q_Q_=_=_`).slice(null, null, 2);
  expect(b64decode(view).repr()).toBe("b'A'");
  expect(() => b32decode('MFRGG===', { padded: null })).toThrow('Padding not allowed');
});
