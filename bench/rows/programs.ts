// Real programs, written with methods as a person would write them, line by line the same in Python and
// TypeScript.
import { text } from '../data.js';
import type { Group } from '../row.js';

const SIZES = [64 * 1024] as const;

export const programs: Group = {
  name: 'programs',
  rows: [
    {
      name: 'program: length-prefixed records, built',
      kind: 'program',
      sizes: SIZES,
      python: (n) => ({
        setup: `import struct\nS = struct.Struct('<HId')\ndef build():\n    out = bytearray()\n    for i in range(${n} // 24):\n        body = S.pack(i & 0xffff, i, i * 0.5) + b'name%05d' % i\n        out += struct.pack('<H', len(body))\n        out += body\n    return bytes(out)`,
        run: 'build()',
      }),
      ours({ Bytes, ByteArray, struct }, n) {
        const S = new struct.Struct('<HId');
        const name = new Bytes('name%05d', 'ascii');
        return () => {
          const out = new ByteArray();
          for (let i = 0, end = Math.floor(n / 24); i < end; i++) {
            const body = S.pack(i & 0xffff, i, i * 0.5).concat(name.mod(i));
            out.iadd(struct.pack('<H', body.length));
            out.iadd(body);
          }
          return new Bytes(out);
        };
      },
    },
    {
      name: 'program: lines counted by their first word',
      kind: 'program',
      sizes: SIZES,
      python: (n) => ({
        setup: `b = text(${n})\ndef count():\n    counts = {}\n    for line in b.split(b'\\n'):\n        word, _, rest = line.strip().partition(b' ')\n        if rest.startswith(b'quick') or word.endswith(b'r'):\n            counts[word] = counts.get(word, 0) + len(rest)\n    return sum(counts.values())`,
        run: 'count()',
      }),
      ours({ Bytes, keyOf }, n) {
        const b = new Bytes(text(n));
        const [newline, space, quick, r] = ['\n', ' ', 'quick', 'r'].map((s) => new Bytes(s, 'ascii')) as [
          InstanceType<typeof Bytes>,
          InstanceType<typeof Bytes>,
          InstanceType<typeof Bytes>,
          InstanceType<typeof Bytes>,
        ];
        return () => {
          const counts = new Map<unknown, number>();
          for (const line of b.split(newline)) {
            const [word, , rest] = line.strip().partition(space);
            if (rest.startswith(quick) || word.endswith(r)) {
              const key = keyOf(word);
              counts.set(key, (counts.get(key) ?? 0) + rest.length);
            }
          }
          let sum = 0;
          for (const value of counts.values()) sum += value;
          return sum;
        };
      },
    },
    {
      name: 'program: SLIP, escaped and read back',
      kind: 'program',
      sizes: SIZES,
      python: (n) => ({
        setup: `b = mixed(${n})\ndef slip():\n    frame = b.replace(b'\\xdb', b'\\xdb\\xdd').replace(b'\\xc0', b'\\xdb\\xdc') + b'\\xc0'\n    out = bytearray()\n    escaped = False\n    for x in frame:\n        if x == 0xc0:\n            break\n        if escaped:\n            out.append(0xc0 if x == 0xdc else 0xdb)\n            escaped = False\n        elif x == 0xdb:\n            escaped = True\n        else:\n            out.append(x)\n    return bytes(out)`,
        run: 'slip()',
      }),
      ours({ Bytes, ByteArray }, n) {
        const bytes = (...values: number[]) => new Bytes(values);
        const b = new Bytes(Uint8Array.from({ length: n }, (_, i) => i * 7 + 3));
        const [esc, escEsc, end, escEnd] = [bytes(0xdb), bytes(0xdb, 0xdd), bytes(0xc0), bytes(0xdb, 0xdc)];
        return () => {
          const frame = b.replace(esc, escEsc).replace(end, escEnd).concat(end);
          const out = new ByteArray();
          let escaped = false;
          for (const x of frame) {
            if (x === 0xc0) break;
            if (escaped) {
              out.append(x === 0xdc ? 0xc0 : 0xdb);
              escaped = false;
            } else if (x === 0xdb) escaped = true;
            else out.append(x);
          }
          return new Bytes(out);
        };
      },
    },
    {
      name: 'program: HTTP chunks, written and joined',
      kind: 'program',
      sizes: SIZES,
      python: (n) => ({
        setup: `b = text(${n})\ndef chunks():\n    wire = b''.join([b'%x\\r\\n%s\\r\\n' % (len(b[at:at + 1000]), b[at:at + 1000]) for at in range(0, len(b), 1000)]) + b'0\\r\\n\\r\\n'\n    parts = []\n    at = 0\n    while True:\n        end = wire.index(b'\\r\\n', at)\n        size = int(wire[at:end], 16)\n        if size == 0:\n            return b''.join(parts)\n        parts.append(wire[end + 2:end + 2 + size])\n        at = end + 4 + size`,
        run: 'chunks()',
      }),
      ours({ Bytes }, n) {
        const b = new Bytes(text(n));
        const [format, last, crlf, none] = ['%x\r\n%s\r\n', '0\r\n\r\n', '\r\n', ''].map(
          (s) => new Bytes(s, 'ascii'),
        ) as [
          InstanceType<typeof Bytes>,
          InstanceType<typeof Bytes>,
          InstanceType<typeof Bytes>,
          InstanceType<typeof Bytes>,
        ];
        return () => {
          const written = [];
          for (let at = 0; at < b.length; at += 1000) {
            const chunk = b.slice(at, at + 1000);
            written.push(format.mod([chunk.length, chunk]));
          }
          const wire = none.join(written).concat(last);
          const parts = [];
          for (let at = 0; ;) {
            const end = wire.index(crlf, at);
            const size = parseInt(wire.slice(at, end).decode('ascii'), 16);
            if (size === 0) return none.join(parts);
            parts.push(wire.slice(end + 2, end + 2 + size));
            at = end + 4 + size;
          }
        };
      },
    },
    {
      name: 'program: PNG rows, filter Sub undone',
      kind: 'program',
      sizes: SIZES,
      python: (n) => ({
        setup: `b = mixed(${n})\ndef unfilter():\n    out = bytearray()\n    for at in range(0, len(b) - 256, 257):\n        row = bytearray(b[at + 1:at + 257])\n        for i in range(3, 256):\n            row[i] = (row[i] + row[i - 3]) & 255\n        out += row\n    return bytes(out)`,
        run: 'unfilter()',
      }),
      ours({ Bytes, ByteArray }, n) {
        const b = new Bytes(Uint8Array.from({ length: n }, (_, i) => i * 7 + 3));
        return () => {
          const out = new ByteArray();
          for (let at = 0, end = b.length - 256; at < end; at += 257) {
            const row = new ByteArray(b.slice(at + 1, at + 257));
            for (let i = 3; i < 256; i++) row.set(i, (row.get(i) + row.get(i - 3)) & 255);
            out.iadd(row);
          }
          return new Bytes(out);
        };
      },
    },
    {
      name: 'program: WebSocket payload, unmasked',
      kind: 'program',
      sizes: SIZES,
      python: (n) => ({
        setup: `b = text(${n})\nkey = b'\\x37\\xfa\\x21\\x3d'\ndef unmask():\n    out = bytearray(b)\n    for i in range(len(out)):\n        out[i] ^= key[i & 3]\n    return bytes(out)`,
        run: 'unmask()',
      }),
      ours({ Bytes, ByteArray }, n) {
        const b = new Bytes(text(n));
        const key = new Bytes([0x37, 0xfa, 0x21, 0x3d]);
        return () => {
          const out = new ByteArray(b);
          for (let i = 0, end = out.length; i < end; i++) out.set(i, out.get(i) ^ key.get(i & 3));
          return new Bytes(out);
        };
      },
    },
    {
      name: 'program: tar headers, read',
      kind: 'program',
      sizes: SIZES,
      python: (n) => ({
        setup: `header = b'name.txt' + bytes(92) + b'0000644\\0' + bytes(16) + b'00000001000\\0' + b'00000000000\\0' + bytes(8) + b'0' + bytes(355)\nb = (header + bytes(512)) * (${n} // 1024)\ndef read():\n    total = 0\n    at = 0\n    while at + 512 <= len(b):\n        block = b[at:at + 512]\n        name = block[0:100].rstrip(b'\\0').decode('ascii')\n        size = int(block[124:136].rstrip(b'\\0 '), 8)\n        total += size + len(name)\n        at += 512 + (size + 511) // 512 * 512\n    return total`,
        run: 'read()',
      }),
      ours({ Bytes }, n) {
        const ascii = (s: string) => new Bytes(s, 'ascii');
        const zeros = (count: number) => new Bytes(count);
        const header = ascii('').join([
          ascii('name.txt'),
          zeros(92),
          ascii('0000644\0'),
          zeros(16),
          ascii('00000001000\0'),
          ascii('00000000000\0'),
          zeros(8),
          ascii('0'),
          zeros(355),
        ]);
        const b = header.concat(zeros(512)).repeat(Math.floor(n / 1024));
        const zero = ascii('\0');
        const padding = ascii('\0 ');
        return () => {
          let total = 0;
          for (let at = 0; at + 512 <= b.length;) {
            const block = b.slice(at, at + 512);
            const name = block.slice(0, 100).rstrip(zero).decode('ascii');
            const size = parseInt(block.slice(124, 136).rstrip(padding).decode('ascii'), 8);
            total += size + name.length;
            at += 512 + Math.floor((size + 511) / 512) * 512;
          }
          return total;
        };
      },
    },
  ],
};
