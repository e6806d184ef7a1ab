// The ports of examples/ports at work, beside the Python modules that they were ported from. The row's setup
// is the whole source of the Python module.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mixed } from '../data.js';
import type { Group } from '../row.js';

const SIZES = [64 * 1024] as const;

/** `npm run bench` runs at the root of the project. */
const source = (path: string): string => readFileSync(join('examples/ports', path), 'utf8');

export const ports: Group = {
  name: 'ports',
  rows: [
    {
      name: 'port: msgpack, unpacked and packed again',
      kind: 'program',
      sizes: SIZES,
      python: (n) => ({
        setup: `${source('msgpack/msgpack.py')}\npacked = packb([{'id': i, 'name': 'name %d' % i, 'data': bytes(16), 'at': i + 0.5} for i in range(${n} // 64)])`,
        run: 'packb(unpackb(packed))',
      }),
      ours({ Bytes, msgpack: { packb, unpackb } }, n) {
        const values = Array.from(
          { length: Math.floor(n / 64) },
          (_, i) =>
            new Map<string, unknown>([
              ['id', i],
              ['name', `name ${i}`],
              ['data', new Bytes(16)],
              ['at', i + 0.5],
            ]),
        );
        const packed = packb(values);
        return () => packb(unpackb(packed));
      },
    },
    {
      name: 'port: websocket, masked frames written and read',
      kind: 'program',
      sizes: SIZES,
      python: (n) => ({
        setup: `${source('websocket/frames.py')}\ndata = mixed(1024)\nmask = b'\\x37\\xfa\\x21\\x3d'\ndef echo():\n    parser = Parser(mask=True)\n    size = 0\n    for i in range(${n} // 1024):\n        parser.feed(serialize(Frame(2, data), mask))\n        size += len(parser.next_frame().data)\n    return size`,
        run: 'echo()',
      }),
      ours({ Bytes, websocket: { Frame, Parser, serialize } }, n) {
        const data = new Bytes(mixed(1024));
        const mask = new Bytes([0x37, 0xfa, 0x21, 0x3d]);
        return () => {
          const parser = new Parser({ mask: true });
          let size = 0;
          for (let i = 0; i < Math.floor(n / 1024); i++) {
            parser.feed(serialize(new Frame(2, data), mask));
            size += parser.next_frame()!.data.length;
          }
          return size;
        };
      },
    },
    {
      name: 'port: png, rows filtered and unfiltered',
      kind: 'program',
      sizes: SIZES,
      python: (n) => ({
        setup: `${source('png/png.py')}\nabove, line = mixed(1024), mixed(1024)[::-1]\ndef rows():\n    for i in range(${n} // 1024):\n        row = bytearray(filter_row(4, line, above, 3)[1:])\n        unfilter(4, row, above, 3)\n    return bytes(row)`,
        run: 'rows()',
      }),
      ours({ Bytes, ByteArray, png: { filter_row, unfilter } }, n) {
        const above = new Bytes(mixed(1024));
        const line = above.slice(null, null, -1);
        return () => {
          let row = new ByteArray();
          for (let i = 0; i < Math.floor(n / 1024); i++) {
            row = new ByteArray(filter_row(4, line, above, 3).slice(1));
            unfilter(4, row, above, 3);
          }
          return new Bytes(row);
        };
      },
    },
    {
      name: 'port: dns, messages parsed and built again',
      kind: 'program',
      sizes: SIZES,
      python: (n) => ({
        setup: `${source('dns/dns.py')}\nrecords = [Record('host%d.example.org' % i, TXT, IN, 60, [b'v=%d' % i, bytes(8)]) for i in range(16)]\npacked = build(Message(7, 0x8180, [Question('example.org', MX, IN)], records, [], []))\ndef again():\n    for i in range(${n} // 1024):\n        built = build(parse(packed))\n    return built`,
        run: 'again()',
      }),
      ours({ Bytes, dns: { IN, MX, TXT, build, parse } }, n) {
        const answers = Array.from({ length: 16 }, (_, i) => ({
          name: `host${i}.example.org`,
          type: TXT!,
          cls: IN,
          ttl: 60,
          data: [new Bytes(`v=${i}`, 'ascii'), new Bytes(8)],
        }));
        const questions = [{ name: 'example.org', type: MX!, cls: IN }];
        const packed = build({ id: 7, flags: 0x8180, questions, answers, authorities: [], additional: [] });
        return () => {
          let built = packed;
          for (let i = 0; i < Math.floor(n / 1024); i++) built = build(parse(packed));
          return built;
        };
      },
    },
  ],
};
