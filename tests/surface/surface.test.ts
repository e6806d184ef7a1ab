/**
 * The surface of our classes against that of CPython's types (src/runtime/signatures.generated.ts, recorded from
 * its `dir()` and signatures): no name is missing, every additional name is listed here, and the parameters
 * in the TypeScript declarations are Python's.
 */
import { signatureOf, signatures } from 'pybuffer/runtime';
import type { Signature } from 'pybuffer/runtime';
import { attributes } from '../../src/runtime/signatures.data.js';
import { membersOf } from './classes.js';
import type { Member, ParameterText } from './classes.js';

type Type = 'bytes' | 'bytearray' | 'memoryview' | 'array' | 'Struct' | 'BytesIO';

/** Where each class is declared, base first. */
const SOURCES: Record<Type, readonly (readonly [file: string, className: string])[]> = {
  bytes: [
    ['bytes/bytes-base.ts', 'BytesBase'],
    ['bytes/text-methods.ts', 'TextMethods'],
    ['bytes/part-methods.ts', 'PartMethods'],
    ['bytes/bytes.ts', 'Bytes'],
  ],
  bytearray: [
    ['bytes/bytes-base.ts', 'BytesBase'],
    ['bytes/text-methods.ts', 'TextMethods'],
    ['bytes/part-methods.ts', 'PartMethods'],
    ['bytes/byte-array.ts', 'ByteArray'],
  ],
  memoryview: [['memoryview/memory-view.ts', 'MemoryView']],
  array: [['companions/array/array.ts', 'PyArray']],
  Struct: [['companions/struct/struct-base.ts', 'StructBase']],
  BytesIO: [['companions/io/bytes-io.ts', 'BytesIO']],
};

/** Methods for what Python has as syntax or as a builtin function. */
const SYNTAX: Readonly<Record<string, string>> = {
  get: 'b[key]',
  set: 'b[key] = value',
  delete: 'del b[key]',
  slice: 'b[start:stop:step]',
  length: 'len(b)',
  includes: 'x in b',
  reversed: 'reversed(b)',
  concat: 'b + c',
  repeat: 'b * n',
  mod: 'b % args',
  iadd: 'b += c',
  imul: 'b *= n',
  equals: 'b == c',
  compare: 'b < c',
  richCompare: 'b < c, NotImplemented included',
  hash: 'hash(b)',
  repr: 'repr(b)',
  toString: 'str(b)',
  enter: 'with b:',
  exit: 'with b:',
  next: 'next(b)',
  fromFlags: 'memoryview._from_flags, private there',
  tolist: 'list(b)',
  getBuffer: 'PyObject_GetBuffer',
  releaseBuffer: 'PyBuffer_Release',
  __init__: 'bytearray.__init__',
};

/** Members that JavaScript needs and Python lacks; documented with `Not Python`. */
const OURS = [
  'kind',
  'contents',
  'toJSON',
  'toUint8Array',
  'asUint8Array',
  'asReadonlyUint8Array',
  'asTypedArray',
  'toTypedArray',
  'read',
  'write',
];

/**
 * Parameters with other names here, because JavaScript reserves the name or ours reads better. All but
 * `delete` are positional in Python.
 */
const RENAMED: Readonly<Record<string, string>> = {
  new: 'replacement',
  delete: 'del',
  iterable_of_bytes: 'iterable',
};

const types = Object.keys(SOURCES) as Type[];
const surfaces = new Map(
  types.map((type) => [type, new Map(SOURCES[type].flatMap(([file, name]) => [...membersOf(file, name)]))]),
);

/** Python's public names of a type. */
function namesOf(type: Type): string[] {
  return [...Object.keys(signatures[type]), ...attributes[type].split(' ')].filter(
    (name) => name !== '' && !name.startsWith('_'),
  );
}

test('no public name of Python is missing', () => {
  const missing = types.flatMap((type) =>
    namesOf(type)
      .filter((name) => !surfaces.get(type)!.has(name))
      .map((name) => `${type}.${name}`),
  );
  expect(missing).toEqual([]);
});

test('every other public name is listed, and only those are marked', () => {
  const unlisted: string[] = [];
  const unmarked: string[] = [];
  for (const type of types) {
    const python = new Set(namesOf(type));
    for (const { name, doc } of surfaces.get(type)!.values()) {
      if (python.has(name) || Object.hasOwn(SYNTAX, name)) continue;
      if (signatureOf(type, name) !== null || attributes[type].split(' ').includes(name)) continue;
      if (!OURS.includes(name)) unlisted.push(`${type}.${name}`);
      else if (name !== 'toJSON' && !doc.includes('Not Python')) unmarked.push(`${type}.${name}`);
    }
  }
  expect(unlisted).toEqual([]);
  expect(unmarked).toEqual([]);
});

/** Whether a declaration has the parameters of Python's signature. */
function agrees(declared: readonly ParameterText[], { parameters }: Signature, strict: boolean): boolean {
  if (declared.length !== parameters.length) return false;
  return parameters.every((parameter, i) => {
    const ours = declared[i]!;
    if (ours.rest !== (parameter.kind === 'var-positional')) return false;
    if (!ours.rest && ours.optional === parameter.required) return false;
    // Callers never write the name of a positional parameter, but it should be the same in both manuals.
    const named = strict || parameter.kind === 'positional-or-keyword';
    return !named || ours.name === (RENAMED[parameter.name] ?? parameter.name);
  });
}

test("parameters are Python's: names, order, which may be omitted", () => {
  const different: string[] = [];
  const written = (declared: readonly ParameterText[]) =>
    declared.map(({ name, optional, rest }) => `${rest ? '*' : ''}${name}${optional ? '=' : ''}`).join(', ');
  for (const type of types) {
    for (const member of surfaces.get(type)!.values()) {
      const signature = member.name.startsWith('_') ? null : signatureOf(type, member.name);
      if (signature === null || member.kind !== 'method') continue;
      const strict = type === 'bytes' || type === 'bytearray' || type === 'memoryview';
      if (member.declarations.some((declared) => agrees(declared, signature, strict))) continue;
      const python = signature.parameters.map(({ name, required }) => `${name}${required ? '' : '='}`);
      different.push(`${type}.${member.name}(${python.join(', ')}): ${describe(member)}`);
    }
  }
  expect(different).toEqual([]);

  function describe({ declarations }: Member): string {
    return declarations.map((declared) => `(${written(declared)})`).join(' or ');
  }
});

test('class and static methods are static, the others are not', () => {
  for (const type of types) {
    for (const { name, static: isStatic } of surfaces.get(type)!.values()) {
      const signature = signatureOf(type, name);
      if (signature !== null) expect([name, isStatic]).toEqual([name, signature.binding !== 'instance']);
    }
  }
});

test('the reader of classes sees what it has to', () => {
  const bytes = surfaces.get('bytes')!;
  expect(bytes.get('split')?.declarations[0]?.map(({ name }) => name)).toEqual(['sep', 'maxsplit']);
  expect(bytes.get('fromhex')?.static).toBe(true);
  expect(surfaces.get('memoryview')!.get('nbytes')?.kind).toBe('accessor');
  expect([...bytes.keys()].some((name) => name.startsWith('#'))).toBe(false);
});
