// npx tsx scripts/record-wrong-calls.mjs: writes tests/runtime/wrong-calls.generated.json, recorded from
// CPython 3.15.
import fs from 'node:fs';
import { attributes, signatures } from '../src/runtime/signatures.data.ts';
import { askNative } from './native-oracle.mjs';

const ENTRIES = ['base64', 'binascii', 'builtins', 'codecs', 'hmac', 'int', 'operator', 'struct', 'zlib'];
/** Our names for functions that have another name in Python. */
const RENAMED = {
  intFromBytes: 'from_bytes',
  lookupError: 'lookup_error',
  registerCodec: 'register',
  registerError: 'register_error',
  unregisterCodec: 'unregister',
};
/** Not in Python: `to_bytes` is a method. */
const OURS = new Set(['intToBytes', 'typeName']);
/**
 * The functions of `operator` that do not stand for syntax; the others do not check the number of arguments.
 */
const OPERATOR = new Set(['concat', 'countOf', 'iconcat', 'index', 'indexOf', 'length_hint']);
/** Functions that take keywords in Python but not here. */
const BY_POSITION = {
  base64: ['decode', 'decodebytes', 'encode', 'encodebytes', 'standard_b64decode', 'standard_b64encode'],
  builtins: ['enumerate', 'map', 'pow', 'round'],
  codecs: [
    'EncodedFile',
    'getdecoder',
    'getencoder',
    'getincrementaldecoder',
    'getincrementalencoder',
    'getreader',
    'getwriter',
    'iterdecode',
    'iterencode',
  ],
};

const isClass = (value) => /^class\b/.test(Function.prototype.toString.call(value));

async function namesOf(entry) {
  const names = Object.entries(await import(`../src/${entry}.ts`))
    .filter(([name, value]) => typeof value === 'function' && !isClass(value) && !OURS.has(name))
    .filter(([name]) => entry !== 'operator' || OPERATOR.has(name))
    .map(([name]) => [name, [RENAMED[name] ?? name, !(BY_POSITION[entry] ?? []).includes(name)]]);
  return Object.fromEntries(names);
}

const modules = Object.fromEntries(
  await Promise.all(ENTRIES.map(async (entry) => [entry, await namesOf(entry)])),
);
const types = askNative(new URL('record-wrong-calls.py', import.meta.url), {
  signatures: JSON.stringify(signatures),
  attributes: JSON.stringify(attributes),
  modules,
});
const lines = Object.entries(types).flatMap(([type, methods]) =>
  Object.entries(methods).map(([name, rows]) => JSON.stringify([type, name, rows])),
);
fs.writeFileSync(
  new URL('../tests/runtime/wrong-calls.generated.json', import.meta.url),
  `[\n${lines.join(',\n')}\n]\n`,
);
