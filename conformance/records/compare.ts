/**
 * `npm run conformance:records -- [seed] [count]`: random records and unions of `pybuffer/record` (scalars,
 * arrays, records in records, bit fields; byte orders, layouts, `pack` and `align`) against ctypes on the
 * Python that `PYBUFFER_CPYTHON` names: their sizes, alignments and offsets, every field of random content, and
 * the bytes after random writes.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ByteArray, Bytes } from '../../src/index.js';
import { array, bits, record, union } from '../../src/record.js';

type Type = string | ['array', Type, number] | ['bits', string, number] | Compound;
type Compound = ['record' | 'union', [name: string, type: Type][], Options];
type Written = string | Written[] | { [name: string]: Written };
type Place = [name: string, offset: number, size: number];
type Write = [path: (string | number)[], value: string];
type Case = [Compound, [size: number, alignment: number], Place[], string, Written, Write[], string];
interface Options {
  order: '@' | '<' | '>';
  layout?: 'ms' | 'gcc-sysv';
}
interface Record_ {
  readonly size: number;
  readonly alignment: number;
  readonly fields: Record<string, { offset: number; size: number }>;
  at(data: ByteArray): object;
  unpack(bytes: Bytes): unknown;
  pack(values: unknown): Bytes;
}

function typeOf(type: Type): unknown {
  if (typeof type === 'string') return type;
  if (type[0] === 'array') return array(typeOf(type[1]) as 'B', type[2]);
  return type[0] === 'bits' ? bits(type[1] as 'B', type[2]) : compound(type);
}

function compound([kind, fields, options]: Compound): Record_ {
  const declared = Object.fromEntries(fields.map(([name, type]) => [name, typeOf(type)])) as { x: 'B' };
  // ctypes aligns the records of every byte order.
  const all = { ...options, aligned: true, layout: options.layout ?? 'gcc-sysv' };
  return (kind === 'union' ? union(declared, all) : record(declared, all)) as unknown as Record_;
}

/** Whether a value equals the one that Python wrote. */
function isSame(value: unknown, written: Written): boolean {
  if (Array.isArray(written)) {
    return (
      Array.isArray(value) &&
      value.length === written.length &&
      written.every((item, i) => isSame(value[i], item))
    );
  }
  if (typeof written === 'object')
    return Object.entries(written).every(([name, field]) =>
      isSame((value as Record<string, unknown>)[name], field),
    );
  return Object.is(value, valueOf(written, value));
}

/** The value that Python wrote, converted to the type of another value. */
function valueOf(written: string, value: unknown): unknown {
  if (typeof value === 'boolean') return written === 'True';
  return typeof value === 'bigint' ? BigInt(written) : Number(written.replace('inf', 'Infinity'));
}

type Live = Record<string | number, unknown> & {
  get(i: number): unknown;
  set(i: number, value: unknown): void;
};

function write(type: Record_, data: ByteArray, writes: Write[]): void {
  for (const [path, written] of writes) {
    const last = path.at(-1)!;
    const owner = path
      .slice(0, -1)
      .reduce(
        (each, step) => (typeof step === 'number' ? each.get(step) : each[step]) as Live,
        type.at(data) as Live,
      );
    const present = typeof last === 'number' ? owner.get(last) : owner[last];
    const value = valueOf(written, present);
    if (typeof last === 'number') owner.set(last, value);
    else owner[last] = value;
  }
}

function isCaseSame([described, [size, alignment], places, digits, written, writes, after]: Case): boolean {
  const type = compound(described);
  const content = Bytes.fromhex(digits);
  const data = new ByteArray(content);
  const values = type.unpack(content);
  write(type, data, writes);
  const isPlaced = places.every(([name, offset, bytes]) => {
    const field = type.fields[name]!;
    return field.offset === offset && field.size === bytes;
  });
  return (
    isPlaced &&
    type.size === size &&
    type.alignment === alignment &&
    isSame(values, written) &&
    // Not for unions, whose fields overwrite each other, so that a bool may be a byte other than 0 or 1.
    (JSON.stringify(described).includes('union') || isSame(type.unpack(type.pack(values)), written)) &&
    data.hex() === after
  );
}

const [seed = '1', count = '2000'] = process.argv.slice(2);
const python = process.env['PYBUFFER_CPYTHON'] ?? 'python3.15';
const ask = fileURLToPath(new URL('ask.py', import.meta.url));
const answer = execFileSync(python, [ask, seed, count], { encoding: 'utf8', maxBuffer: 2 ** 30 });
const cases = JSON.parse(answer) as Case[];
const different = cases.filter((each) => !isCaseSame(each));
for (const each of different.slice(0, 5)) console.log(JSON.stringify(each));
console.log(`${cases.length} records of seed ${seed}: ${different.length} differ from ctypes`);
process.exitCode = different.length === 0 && cases.length > 0 ? 0 : 1;
