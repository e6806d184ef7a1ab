// Reads and writes records one after the other, as parsers and writers of file formats do.
import { mixed } from '../data.js';
import { MIDDLE } from '../row.js';
import type { Group } from '../row.js';

const RECORD = 14;
const records = (n: number): number => Math.floor(n / RECORD);

export const sequential: Group = {
  name: 'sequential',
  rows: [
    {
      name: 'Struct.unpack_from(b, offset) loop',
      kind: 'bulk',
      sizes: MIDDLE,
      per: records,
      python: (n) => ({
        setup: `import struct\nb = mixed(${n})\nS = struct.Struct('<IHq')\ndef loop():\n    s = 0\n    for at in range(0, len(b) - 13, 14):\n        x, y, z = S.unpack_from(b, at)\n        s += y\n    return s`,
        run: 'loop()',
      }),
      ours({ Bytes, struct }, n) {
        const b = new Bytes(mixed(n));
        const S = new struct.Struct('<IHq');
        return () => {
          let s = 0;
          for (let at = 0, end = b.length - 13; at < end; at += 14) s += S.unpack_from(b, at)[1] as number;
          return s;
        };
      },
      raw(n) {
        const b = mixed(n);
        const view = new DataView(b.buffer, b.byteOffset, b.length);
        return () => {
          let s = 0;
          for (let at = 0, end = b.length - 13; at < end; at += 14) {
            const fields = [
              view.getUint32(at, true),
              view.getUint16(at + 4, true),
              view.getBigInt64(at + 6, true),
            ];
            s += fields[1] as number;
          }
          return s;
        };
      },
    },
    {
      name: 'struct.unpack_from(format, b, offset) loop',
      kind: 'bulk',
      sizes: MIDDLE,
      per: records,
      python: (n) => ({
        setup: `import struct\nb = mixed(${n})\ndef loop():\n    s = 0\n    for at in range(0, len(b) - 13, 14):\n        s += struct.unpack_from('<IHq', b, at)[1]\n    return s`,
        run: 'loop()',
      }),
      ours({ struct }, n) {
        const b = mixed(n);
        return () => {
          let s = 0;
          for (let at = 0, end = b.length - 13; at < end; at += 14) {
            s += struct.unpack_from('<IHq', b, at)[1] as number;
          }
          return s;
        };
      },
    },
    {
      name: 'BytesIO, read and unpack by field',
      kind: 'bulk',
      sizes: MIDDLE,
      per: records,
      python: (n) => ({
        setup: `import io, struct\nb = mixed(${n})\nI = struct.Struct('<I')\nH = struct.Struct('<H')\nQ = struct.Struct('<q')\ndef loop():\n    f = io.BytesIO(b)\n    s = 0\n    for _ in range(len(b) // 14):\n        I.unpack(f.read(4))\n        s += H.unpack(f.read(2))[0]\n        Q.unpack(f.read(8))\n    return s`,
        run: 'loop()',
      }),
      ours({ Bytes, io, struct }, n) {
        const b = new Bytes(mixed(n));
        const [I, H, Q] = ['<I', '<H', '<q'].map((format) => new struct.Struct(format)) as [
          InstanceType<typeof struct.Struct>,
          InstanceType<typeof struct.Struct>,
          InstanceType<typeof struct.Struct>,
        ];
        return () => {
          const f = new io.BytesIO(b);
          let s = 0;
          for (let left = records(b.length); left > 0; left--) {
            I.unpack(f.read(4));
            s += H.unpack(f.read(2))[0] as number;
            Q.unpack(f.read(8));
          }
          return s;
        };
      },
    },
    {
      name: 'BytesIO, pack and write by field',
      kind: 'bulk',
      sizes: MIDDLE,
      per: records,
      python: (n) => ({
        setup: `import io, struct\nI = struct.Struct('<I')\nH = struct.Struct('<H')\ndef loop():\n    f = io.BytesIO()\n    for i in range(${n} // 14):\n        f.write(I.pack(i))\n        f.write(H.pack(i & 255))\n        f.write(b'12345678')\n    return f.getvalue()`,
        run: 'loop()',
      }),
      ours({ Bytes, io, struct }, n) {
        const I = new struct.Struct('<I');
        const H = new struct.Struct('<H');
        const tail = new Bytes('12345678', 'ascii');
        return () => {
          const f = new io.BytesIO();
          for (let i = 0, end = records(n); i < end; i++) {
            f.write(I.pack(i));
            f.write(H.pack(i & 255));
            f.write(tail);
          }
          return f.getvalue();
        };
      },
    },
  ],
};
