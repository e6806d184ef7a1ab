/**
 * `npm run conformance:records -- [seed] [count]`: random records of `pybuffer/record` (scalars, arrays,
 * records in records, bit fields) against ctypes on the Python that `PYBUFFER_CPYTHON` names: their sizes,
 * every field of random content, and the same after `pack`.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Bytes } from '../../src/index.js';
import { array, bits, record } from '../../src/record.js';

type Type = string | ['array', Type, number] | ['bits', string, number] | ['record', Fields];
type Fields = [name: string, type: Type][];
type Written = string | Written[] | { [name: string]: Written };
interface Record_ {
  readonly size: number;
  unpack(bytes: Bytes): unknown;
  pack(values: unknown): Bytes;
}

function typeOf(type: Type): unknown {
  if (typeof type === 'string') return type;
  if (type[0] === 'array') return array(typeOf(type[1]) as 'B', type[2]);
  return type[0] === 'bits' ? bits(type[1] as 'B', type[2]) : recordOf(type[1]);
}

function recordOf(fields: Fields): Record_ {
  return record(
    Object.fromEntries(fields.map(([name, type]) => [name, typeOf(type)])) as { x: 'B' },
  ) as unknown as Record_;
}

/** Whether a value is what Python wrote down. */
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
  if (typeof value === 'boolean') return written === (value ? 'True' : 'False');
  if (typeof value === 'bigint') return written === String(value);
  const number = Number(written.replace('inf', 'Infinity'));
  return typeof value === 'number' && (Number.isNaN(value) ? written === 'nan' : value === number);
}

const [seed = '1', count = '2000'] = process.argv.slice(2);
const python = process.env['PYBUFFER_CPYTHON'] ?? 'python3.15';
const ask = fileURLToPath(new URL('ask.py', import.meta.url));
const answer = execFileSync(python, [ask, seed, count], { encoding: 'utf8', maxBuffer: 2 ** 30 });
const cases = JSON.parse(answer) as [Fields, number, string, Written][];
let differences = 0;
for (const [fields, size, digits, written] of cases) {
  const type = recordOf(fields);
  const values = type.unpack(Bytes.fromhex(digits));
  if (type.size === size && isSame(values, written) && isSame(type.unpack(type.pack(values)), written))
    continue;
  if (differences++ < 5) console.log(JSON.stringify({ fields, size, digits, written }));
}
console.log(`${cases.length} records of seed ${seed}: ${differences} differ from ctypes`);
process.exitCode = differences === 0 && cases.length > 0 ? 0 : 1;
