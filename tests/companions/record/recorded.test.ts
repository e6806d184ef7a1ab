// Records against structures of CPython's ctypes: offsets of fields, values read from random bytes, and bytes
// after each write.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ByteArray, Bytes } from 'pybuffer';
import { array, bits, record, toObject, union } from 'pybuffer/record';
import type { Fields, Order, RecordOptions } from 'pybuffer/record';

type Spec =
  | { code: string; bits?: number }
  | { array: Spec; length: number }
  | { fields: [string, Spec][]; options: RecordOptions<Order>; base: 'record' | 'union' };

interface Case {
  base: 'record' | 'union';
  options: RecordOptions<Order>;
  fields: [string, Spec][];
  size: number;
  alignment: number;
  places: Record<string, number[]>;
  data: string;
  values: unknown;
  writes: [name: string, value: string, data: string][];
}

const cases = JSON.parse(readFileSync(join(__dirname, 'recorded.generated.json'), 'utf8')) as Case[];

function declared(spec: Spec): unknown {
  if ('code' in spec) return spec.bits === undefined ? spec.code : bits(spec.code, spec.bits);
  if ('array' in spec) return array(declared(spec.array) as string, spec.length);
  return typeOf(spec);
}

function typeOf({ base, fields, options }: Pick<Case, 'base' | 'fields' | 'options'>) {
  const all = Object.fromEntries(fields.map(([name, spec]) => [name, declared(spec)])) as Fields;
  return (base === 'union' ? union : record)(all, options);
}

/** A value as Python prints it. */
function plain(value: unknown, spec: Spec): unknown {
  if ('array' in spec) return (value as unknown[]).map((item) => plain(item, spec.array));
  if ('fields' in spec) {
    const values = value as Record<string, unknown>;
    return Object.fromEntries(spec.fields.map(([name, field]) => [name, plain(values[name], field)]));
  }
  if (value instanceof Bytes) return value.hex();
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if ('fd'.includes(spec.code)) return Number.isNaN(value) ? 'nan' : Number(value);
  return String(value);
}

/**
 * Floats may have other digits but must be the same number. In big-endian structures, ctypes reads a bool as
 * an int.
 */
function expected(value: unknown, spec: Spec): unknown {
  if ('array' in spec) return (value as unknown[]).map((item) => expected(item, spec.array));
  if ('fields' in spec) {
    const values = value as Record<string, unknown>;
    return Object.fromEntries(spec.fields.map(([name, field]) => [name, expected(values[name], field)]));
  }
  if (spec.code === '?') return value === '1' ? 'True' : value === '0' ? 'False' : value;
  return 'fd'.includes(spec.code) && value !== 'nan' ? Number(value) : value;
}

function parsed(value: string, spec: Spec): unknown {
  const { code } = spec as { code: string };
  if (code.endsWith('s')) return new Bytes(Buffer.from(value, 'hex'));
  if (code === '?') return value === 'True';
  return 'fd'.includes(code) ? Number(value) : BigInt(value);
}

const hex = (text: string): ByteArray => new ByteArray(Buffer.from(text, 'hex'));

test.each<[string, (each: Case) => [ours: unknown, ctypes: unknown]]>([
  [
    'sizes, alignments, offsets and bits',
    (each) => {
      const type = typeOf(each);
      const places = Object.fromEntries(
        Object.entries(type.fields).map(([name, { offset, size, bit_offset, bit_size }]) => [
          name,
          bit_size === undefined ? [offset, size] : [offset, size, bit_offset, bit_size],
        ]),
      );
      return [
        [type.size, type.alignment, places],
        [each.size, each.alignment, each.places],
      ];
    },
  ],
  [
    'values, as a whole and in place',
    (each) => {
      const type = typeOf(each);
      const spec = { ...each };
      const data = hex(each.data);
      using live = type.at(data);
      const right = expected(each.values, spec);
      return [
        [plain(type.unpack(data), spec), plain(toObject(live), spec)],
        [right, right],
      ];
    },
  ],
  [
    'bytes after each write',
    (each) => {
      const type = typeOf(each);
      const data = hex(each.data);
      using live = type.at(data);
      const after = each.writes.map(([name, value]) => {
        const spec = each.fields.find(([field]) => field === name)![1];
        live[name] = parsed(value, spec);
        return data.hex();
      });
      return [after, each.writes.map(([, , bytes]) => bytes)];
    },
  ],
])('%s', (_name, answer) => {
  const wrong = cases
    .map((each) => ({ each, answers: answer(each) }))
    .filter(({ answers: [ours, ctypes] }) => JSON.stringify(ours) !== JSON.stringify(ctypes))
    .map(({ each: { base, options, fields }, answers }) =>
      JSON.stringify({ base, options, fields, answers }),
    );
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(cases.length).toBeGreaterThan(400);
});

test('a value that was unpacked packs to the same fields', () => {
  const wrong = cases.filter((each) => {
    if (each.base === 'union' || JSON.stringify(each.fields).includes('"union"')) return false;
    const type = typeOf(each);
    const values = type.unpack(hex(each.data));
    const again = type.unpack(type.pack(values as never));
    return JSON.stringify(plain(again, { ...each })) !== JSON.stringify(plain(values, { ...each }));
  });
  expect(wrong.map(({ fields }) => JSON.stringify(fields))).toEqual([]);
});
