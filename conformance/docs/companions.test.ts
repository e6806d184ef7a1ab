// The examples in CPython's documentation of io, array and struct, each with the identifier that
// coverage.test.ts counts.
import { ByteArray, ILP32, LP64, Slice, b, useABI } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { BytesIO } from 'pybuffer/io';
import { Struct, calcsize, pack, unpack } from 'pybuffer/struct';
import { example, raises, shows } from './example.js';

const upTo = (n: number) => [...Array(n).keys()];

describe('Doc/library/io.rst', () => {
  example('IO-E001', 'getbuffer writes through', () => {
    const stream = new BytesIO(b`abcdef`);
    using view = stream.getbuffer();
    view.set(new Slice(2, 4), b`56`);
    shows(stream.getvalue(), "b'ab56ef'");
  });
  example('IO-E002', 'an in-memory binary stream', () => {
    shows(new BytesIO(b`some initial binary data: \x00\x01`).read(4), "b'some'");
  });
});

describe('Doc/library/array.rst', () => {
  example('ARR-E001', 'repr', () => {
    shows(new PyArray('l'), "array('l')");
    shows(new PyArray('w', 'hello \u2641'), "array('w', 'hello \u2641')");
    shows(new PyArray('l', [1, 2, 3, 4, 5]), "array('l', [1, 2, 3, 4, 5])");
    shows(new PyArray('d', [1.0, 2.0, 3.14, -Infinity, NaN]), "array('d', [1.0, 2.0, 3.14, -inf, nan])");
  });
});

describe('Doc/library/struct.rst', () => {
  example('STR-E001', '1023 in both byte orders', () => {
    shows(pack('>h', 1023), "b'\\x03\\xff'");
    shows(pack('<h', 1023), "b'\\xff\\x03'");
  });
  example('STR-E002', 'three sizes, big-endian', () => {
    shows(pack('>bhl', 1, 2, 3), "b'\\x01\\x00\\x02\\x00\\x00\\x00\\x03'");
    shows(unpack('>bhl', b`\x01\x00\x02\x00\x00\x00\x03`), '(1, 2, 3)');
    shows(calcsize('>bhl'), '7');
  });
  example('STR-E003', 'out of range', () => {
    raises(() => pack('>h', 99999), 'error', "'h' format requires -32768 <= number <= 32767");
  });
  example('STR-E004', 's and c', () => {
    shows(pack('@ccc', b`1`, b`2`, b`3`), "b'123'");
    shows(pack('@3s', b`123`), "b'123'");
  });
  example('STR-E005', 'naming the fields', () => {
    const [name, serialnum, school, gradelevel] = unpack('<10sHHb', b`raymond   \x32\x12\x08\x01\x08`);
    shows([name, serialnum, school, gradelevel], "[b'raymond   ', 4658, 264, 8]");
  });
  example('STR-E006', 'the order of codes changes the native size', () => {
    shows(pack('@ci', b`#`, 0x12131415), "b'#\\x00\\x00\\x00\\x15\\x14\\x13\\x12'");
    shows(pack('@ic', 0x12131415, b`#`), "b'\\x15\\x14\\x13\\x12#'");
    shows([calcsize('@ci'), calcsize('@ic')], '[8, 5]');
  });
  example('STR-E007', 'a trailing 0l on a machine of 4-byte big-endian longs', () => {
    shows(pack('>llh2x', 1, 2, 3), "b'\\x00\\x00\\x00\\x01\\x00\\x00\\x00\\x02\\x00\\x03\\x00\\x00'");
  });
  example('STR-E008', 'native sizes of 64-bit machines', () => {
    shows([calcsize('@lhl'), calcsize('@llh')], '[24, 18]');
  });
  example('STR-E009', 'zero-repeat padding at the end', () => {
    shows(calcsize('@llh0l'), '24');
  });
  example('STR-E010', 'standard equivalents', () => {
    shows([calcsize('<qh6xq'), calcsize('<qqh6x')], '[24, 24]');
    expect(pack('<qh6xq', 1, 2, 3).equals(pack('@lhl', 1, 2, 3))).toBe(true);
    expect(pack('@llh', 1, 2, 3).equals(pack('<qqh', 1, 2, 3))).toBe(true);
    expect(pack('@llh0l', 1, 2, 3).equals(pack('<qqh6x', 1, 2, 3))).toBe(true);
  });
  example('STR-E011', 'the same on a 32-bit machine', () => {
    useABI(ILP32);
    try {
      shows([calcsize('<qqh6x'), calcsize('@llh0l')], '[24, 12]');
      expect(pack('@llh0l', 1, 2, 3).equals(pack('<qqh6x', 1, 2, 3))).toBe(false);
    } finally {
      useABI(LP64);
    }
  });
  example('STR-E012', 'repr of a Struct', () => {
    shows(new Struct('i'), "Struct('i')");
  });
});

describe('Doc/tutorial/stdlib2.rst', () => {
  example('TUT-E001', 'binary record layouts', () => {
    shows(calcsize('<IIIHH'), '16');
    shows(unpack('<IIIHH', new ByteArray(upTo(16))), '(50462976, 117835012, 185207048, 3340, 3854)');
  });
});

describe('PEP 3118', () => {
  example('P3118-E001', 'data formats', () => {
    shows(unpack('BBB', b`\x01\x02\x03`), '(1, 2, 3)');
  });
});
