/** Signatures as read from the record, written as CPython's `inspect.signature` writes them. */
import { signatureOf } from 'pybuffer/runtime';

/** The parameters as Python writes them. */
function written(type: string, name: string): string {
  const { parameters } = signatureOf(type, name)!;
  const parts: string[] = [];
  parameters.forEach(({ name: parameter, kind, required, default: value }, i) => {
    const before = parameters[i - 1]?.kind;
    if (before === 'positional-only' && kind !== before) parts.push('/');
    if (kind === 'keyword-only' && before !== kind && before !== 'var-positional') parts.push('*');
    if (kind === 'var-positional') parts.push(`*${parameter}`);
    else parts.push(required ? parameter : `${parameter}=${value ?? '?'}`);
  });
  if (parameters.at(-1)?.kind === 'positional-only') parts.push('/');
  return parts.join(', ');
}

// A question mark stands for a default that is no value.
test.each([
  ['bytes', 'split', 'sep=None, maxsplit=-1', 'instance', 0, 2],
  ['bytes', 'replace', 'old, new, /, count=-1', 'instance', 2, 3],
  ['bytes', 'decode', "encoding='utf-8', errors='strict'", 'instance', 0, 2],
  ['bytes', 'center', "width, fillchar=b' ', /", 'instance', 2, 2],
  ['bytes', 'find', 'sub, start=?, end=?, /', 'instance', 3, 3],
  ['bytes', 'translate', "table, /, delete=b''", 'instance', 1, 2],
  ['bytes', 'maketrans', 'frm, to, /', 'static', 2, 2],
  ['bytes', 'fromhex', 'string, /', 'class', 1, 1],
  ['bytes', 'hex', 'sep=?, bytes_per_sep=1', 'instance', 0, 2],
  ['bytes', 'isalpha', '', 'instance', 0, 0],
  ['bytes', '__len__', '', 'instance', 0, 0],
  ['bytes', '__init_subclass__', '', 'class', 0, 0],
  ['bytearray', '__setitem__', 'key, value, /', 'instance', 2, 2],
  ['bytearray', '__reduce_ex__', 'proto=0, /', 'instance', 1, 1],
  ['memoryview', 'tobytes', "order='C'", 'instance', 0, 1],
  ['memoryview', '__exit__', '*exc_info', 'instance', 0, Infinity],
  ['memoryview', '__class_getitem__', 'object, /', 'class', 1, 1],
  ['Struct', 'unpack_from', 'buffer, offset=0', 'instance', 0, 2],
  ['Struct', 'pack', '*values', 'instance', 0, Infinity],
  ['Struct', 'pack_into', 'buffer, offset, /, *values', 'instance', 2, Infinity],
  ['int', 'to_bytes', "length=1, byteorder='big', *, signed=False", 'instance', 0, 2],
  ['int', 'from_bytes', "bytes, byteorder='big', *, signed=False", 'class', 0, 2],
  ['struct', 'calcsize', 'format, /', 'instance', 1, 1],
])('%s.%s(%s)', (type, name, text, binding, positionalOnly, maxPositional) => {
  const signature = signatureOf(type, name)!;
  expect(written(type, name)).toBe(text);
  expect([signature.type, signature.name]).toEqual([type, name]);
  expect([signature.binding, signature.positionalOnly, signature.maxPositional]).toEqual([
    binding,
    positionalOnly,
    maxPositional,
  ]);
  expect(signatureOf(type, name)).toBe(signature);
});

test('what is no method has no signature', () => {
  for (const [type, name] of [
    ['bytes', 'nope'],
    ['bytes', 'toString'],
    ['bytes', '__class__'],
    ['nothing', 'find'],
    ['toString', 'find'],
  ] as const)
    expect(signatureOf(type, name)).toBeNull();
});
