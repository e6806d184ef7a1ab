// The examples of memoryview in CPython's documentation, each with the identifier that
// coverage.test.ts counts.
import { ByteArray, Bytes, MemoryView, Slice, b } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { intFromBytes, intToBytes } from 'pybuffer/int';
import { BufferFlags, NDExporter } from 'pybuffer/protocol';
import { calcsize, pack } from 'pybuffer/struct';
import { example, raises, shows } from './example.js';

const upTo = (n: number) => [...Array(n).keys()];

describe('Doc/library/stdtypes.rst', () => {
  describe('memoryview', () => {
    example('STD-E044', 'indexing and slicing', () => {
      const v = new MemoryView(b`abcefg`);
      shows(v.get(1), '98');
      shows(v.get(-1), '103');
      expect(v.slice(1, 4)).toBeInstanceOf(MemoryView);
      expect(v.slice(1, 4).repr()).toMatch(/^<memory at 0x/);
      shows(new Bytes(v.slice(1, 4)), "b'bce'");
    });
    example('STD-E045', 'another format than bytes', () => {
      const a = new PyArray('l', [-11111111, 22222222, -33333333, 44444444]);
      const m = new MemoryView(a);
      shows(m.get(0), '-11111111');
      shows(m.get(-1), '44444444');
      shows(m.slice(null, null, 2).tolist(), '[-11111111, -33333333]');
    });
    example('STD-E046', 'slice assignment cannot resize', () => {
      const data = new ByteArray(b`abcefg`);
      const v = new MemoryView(data);
      shows(v.readonly, 'False');
      v.set(0, b`z`.get(0));
      shows(data, "bytearray(b'zbcefg')");
      v.set(new Slice(1, 4), b`123`);
      shows(data, "bytearray(b'z123fg')");
      raises(
        () => v.set(new Slice(2, 3), b`spam`),
        'ValueError',
        'memoryview assignment: lvalue and rvalue have different structures',
      );
      v.set(new Slice(2, 6), b`spam`);
      shows(data, "bytearray(b'z1spam')");
    });
    example('STD-E047', 'hash', () => {
      const v = new MemoryView(b`abcefg`);
      expect(v.hash()).toBe(b`abcefg`.hash());
      expect(v.slice(2, 4).hash()).toBe(b`ce`.hash());
      expect(v.slice(null, null, -2).hash()).toBe(b`abcefg`.slice(null, null, -2).hash());
    });
    example('STD-E048', 'equality across formats, by value', () => {
      const a = new PyArray('I', [1, 2, 3, 4, 5]);
      const d = new PyArray('d', [1.0, 2.0, 3.0, 4.0, 5.0]);
      const c = new PyArray('b', [5, 3, 1]);
      const x = new MemoryView(a);
      const y = new MemoryView(d);
      expect([x.equals(a), a.equals(y), y.equals(d), x.equals(y)]).toEqual([true, true, true, true]);
      expect([a.tolist(), y.tolist(), d.tolist()]).toEqual([x.tolist(), x.tolist(), x.tolist()]);
      const z = y.slice(null, null, -2);
      expect(z.equals(c)).toBe(true);
      expect(z.tolist()).toEqual(c.tolist());
    });
    example('STD-E049', 'a format unknown to struct: never equal', () => {
      const point = new NDExporter(new Uint8Array(16), { format: 'T{>l:x:>l:y:}', itemsize: 16, shape: [1] });
      const a = new MemoryView(point);
      const c = new MemoryView(point);
      shows(a.equals(point), 'False');
      shows(a.equals(c), 'False');
    });
    example('STD-E050', 'tobytes', () => {
      const m = new MemoryView(b`abc`);
      shows(m.tobytes(), "b'abc'");
      shows(new Bytes(m), "b'abc'");
    });
    example('STD-E051', 'hex', () => {
      shows(new MemoryView(b`abc`).hex(), "'616263'");
    });
    example('STD-E052', 'tolist', () => {
      shows(new MemoryView(b`abc`).tolist(), '[97, 98, 99]');
      shows(new MemoryView(new PyArray('d', [1.1, 2.2, 3.3])).tolist(), '[1.1, 2.2, 3.3]');
    });
    example('STD-E053', 'toreadonly', () => {
      const m = new MemoryView(new ByteArray(b`abc`));
      const mm = m.toreadonly();
      shows(mm.tolist(), '[97, 98, 99]');
      raises(() => mm.set(0, 42), 'TypeError', 'cannot modify read-only memory');
      m.set(0, 43);
      shows(mm.tolist(), '[43, 98, 99]');
    });
    example('STD-E054', 'release', () => {
      const m = new MemoryView(b`abc`);
      m.release();
      raises(() => m.get(0), 'ValueError', 'operation forbidden on released memoryview object');
    });
    example('STD-E055', 'the with statement', () => {
      let m;
      {
        using view = new MemoryView(b`abc`);
        m = view;
        shows(m.get(0), '97');
      }
      raises(() => m.get(0), 'ValueError', 'operation forbidden on released memoryview object');
    });
    example('STD-E056', 'cast 1D long to 1D unsigned bytes', () => {
      const x = new MemoryView(new PyArray('l', [1, 2, 3]));
      expect([x.format, x.itemsize, x.length, x.nbytes]).toEqual(['l', 8, 3, 24]);
      const y = x.cast('B');
      expect([y.format, y.itemsize, y.length, y.nbytes]).toEqual(['B', 1, 24, 24]);
    });
    example('STD-E057', 'cast 1D unsigned bytes to 1D char', () => {
      const bytes = new ByteArray(b`zyz`);
      const x = new MemoryView(bytes);
      raises(() => x.set(0, b`a` as never), 'TypeError', "memoryview: invalid type for format 'B'");
      const y = x.cast('c');
      y.set(0, b`a`);
      shows(bytes, "bytearray(b'ayz')");
    });
    example('STD-E058', 'cast 1D bytes to 3D ints to 1D signed char', () => {
      const x = new MemoryView(pack('i'.repeat(12), ...upTo(12)));
      const y = x.cast('i', { shape: [2, 2, 3] });
      shows(y.tolist(), '[[[0, 1, 2], [3, 4, 5]], [[6, 7, 8], [9, 10, 11]]]');
      expect([y.format, y.itemsize, y.length, y.nbytes]).toEqual(['i', 4, 2, 48]);
      const z = y.cast('b');
      expect([z.format, z.itemsize, z.length, z.nbytes]).toEqual(['b', 1, 48, 48]);
    });
    example('STD-E059', 'cast 1D unsigned long to 2D unsigned long', () => {
      const x = new MemoryView(pack('L'.repeat(6), ...upTo(6)));
      const y = x.cast('L', { shape: [2, 3] });
      shows([y.length, y.nbytes, y.tolist()], '[2, 48, [[0, 1, 2], [3, 4, 5]]]');
    });
    example('STD-E060', 'obj', () => {
      const bytes = new ByteArray(b`xyz`);
      expect(new MemoryView(bytes).obj).toBe(bytes);
    });
    example('STD-E061', 'nbytes in one dimension', () => {
      const m = new MemoryView(new PyArray('i', [1, 2, 3, 4, 5]));
      shows([m.length, m.nbytes], '[5, 20]');
      const y = m.slice(null, null, 2);
      shows([y.length, y.nbytes, y.tobytes().length], '[3, 12, 12]');
    });
    example('STD-E062', 'nbytes in several dimensions', () => {
      const x = new MemoryView(pack('d'.repeat(12), ...upTo(12).map((n) => 1.5 * n)));
      const y = x.cast('d', { shape: [3, 4] });
      expect(y.tolist()).toEqual([
        [0.0, 1.5, 3.0, 4.5],
        [6.0, 7.5, 9.0, 10.5],
        [12.0, 13.5, 15.0, 16.5],
      ]);
      shows([y.length, y.nbytes], '[3, 96]');
    });
    example('STD-E063', 'itemsize', () => {
      const m = new MemoryView(new PyArray('H', [32000, 32001, 32002]));
      shows(m.itemsize, '2');
      shows(m.get(0), '32000');
      expect(calcsize('H')).toBe(m.itemsize);
    });
    example('STD-E064', "an element of format 'B' is an int", () => {
      shows(new MemoryView(b`abc`).get(0), '97');
      shows(b`abc`.get(0), '97');
    });
  });

  describe('Additional Methods on Integer Types', () => {
    example('STD-E065', 'int.to_bytes', () => {
      shows(intToBytes(1024, 2, { byteorder: 'big' }), "b'\\x04\\x00'");
      shows(
        intToBytes(1024, 10, { byteorder: 'big' }),
        "b'\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x04\\x00'",
      );
      shows(
        intToBytes(-1024, 10, { byteorder: 'big', signed: true }),
        "b'\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xfc\\x00'",
      );
      shows(intToBytes(1000, Math.floor((10 + 7) / 8), { byteorder: 'little' }), "b'\\xe8\\x03'");
    });
    example('STD-E066', 'int.to_bytes with its defaults', () => {
      shows(intToBytes(65), "b'A'");
    });
    example('STD-E067', 'int.from_bytes', () => {
      shows(intFromBytes(b`\x00\x10`, { byteorder: 'big' }), '16');
      shows(intFromBytes(b`\x00\x10`, { byteorder: 'little' }), '4096');
      shows(intFromBytes(b`\xfc\x00`, { byteorder: 'big', signed: true }), '-1024');
      shows(intFromBytes(b`\xfc\x00`, { byteorder: 'big', signed: false }), '64512');
      shows(intFromBytes([255, 0, 0], { byteorder: 'big' }), '16711680');
    });
  });
});

describe('Doc/library/multiprocessing.shared_memory.rst', () => {
  example('SHM-E001', 'the view of a block of shared memory', () => {
    const buffer = new MemoryView(new SharedArrayBuffer(10));
    buffer.set(new Slice(null, 4), new ByteArray([22, 33, 44, 55]));
    buffer.set(4, 100);
    shows(new PyArray('b', buffer.slice(null, 5)), "array('b', [22, 33, 44, 55, 100])");
    buffer.set(new Slice(null, 5), b`howdy`);
    shows(new Bytes(buffer.slice(null, 5)), "b'howdy'");
  });
});

describe('Doc/c-api/buffer.rst', () => {
  example('BUF-E001', "an element's address is the sum of index times stride", () => {
    const m = new MemoryView(new Bytes(upTo(12))).cast('B', [3, 4]);
    for (const i of upTo(3)) {
      for (const j of upTo(4)) expect(m.get(i, j)).toBe(i * m.strides[0]! + j * m.strides[1]!);
    }
  });
  example('BUF-E002', 'verify_structure: which structures lie inside the memory', () => {
    const fits = (size: number, itemsize: number, shape: number[], strides: number[], offset: number) => {
      try {
        const format = itemsize === 1 ? 'B' : `${itemsize}s`;
        new NDExporter(new Uint8Array(size), { format, itemsize, shape, strides, offset });
        return true;
      } catch {
        return false;
      }
    };
    expect([
      fits(6, 1, [2, 3], [3, 1], 0),
      fits(6, 1, [3], [-2], 4),
      fits(6, 1, [3], [-2], 3),
      fits(8, 4, [2], [4], 2),
      fits(4, 1, [], [], 3),
      fits(4, 1, [0], [1], 0),
      fits(4, 2, [2], [1], 0),
    ]).toEqual([true, true, false, false, true, true, false]);
  });
  example('BUF-E003', 'get_item_pointer with suboffsets', () => {
    // Three rows of four bytes, reached through three pointers.
    const memory = new Uint8Array(24 + 12);
    const pointers = new DataView(memory.buffer);
    for (const i of upTo(3)) pointers.setBigUint64(8 * i, BigInt(24 + 4 * i), true);
    for (const i of upTo(12)) memory[24 + i] = i;
    const m = new MemoryView(
      new NDExporter(memory, { shape: [3, 4], strides: [8, 1], suboffsets: [0, -1] }),
    );
    shows([m.get(2, 3), m.get(0, 1)], '[11, 1]');
  });
});

describe('PEP 688', () => {
  example('P688-E001', 'what is a Buffer', () => {
    const supports = (value: unknown) => {
      try {
        new MemoryView(value as never).release();
        return true;
      } catch {
        return false;
      }
    };
    expect([supports(b`xy`), supports(new MemoryView(b`xy`)), supports('xy')]).toEqual([true, true, false]);
  });
  example('P688-E002', 'an exporter that refuses other requests, and resizes while it is held', () => {
    class MyBuffer {
      readonly data: ByteArray;
      view: MemoryView | null = null;
      constructor(data: Bytes) {
        this.data = new ByteArray(data);
      }
      __buffer__(flags: number): MemoryView {
        if (flags !== BufferFlags.FULL_RO) throw new TypeError('Only BufferFlags.FULL_RO supported');
        if (this.view !== null) throw new Error('Buffer already held');
        this.view = new MemoryView(this.data);
        return this.view;
      }
      __release_buffer__(view: MemoryView): void {
        expect(view).toBe(this.view);
        this.view!.release();
        this.view = null;
      }
      extend(more: Bytes): void {
        if (this.view !== null) throw new Error('Cannot extend held buffer');
        this.data.extend(more);
      }
    }
    const buffer = new MyBuffer(b`capybara`);
    {
      using view = new MemoryView(buffer);
      view.set(0, b`C`.get(0));
      expect(() => buffer.extend(b`!`)).toThrow('Cannot extend held buffer');
    }
    buffer.extend(b`!`);
    using view = new MemoryView(buffer);
    shows(view.tobytes(), "b'Capybara!'");
  });
});
