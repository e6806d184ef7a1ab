// A program that uses the packed package as an ES module; check-package.mjs runs it.
import { ByteArray, Bytes, MemoryView, b } from 'pybuffer';
import { unpack } from 'pybuffer/struct';
import { PyArray } from 'pybuffer/array';
import { builtins } from 'pybuffer/runtime';
import * as pybuffer from 'pybuffer';
import abcToAzc from './abc-to-azc.cjs';

const data = new ByteArray('ABC', 'utf-8');
const view = new MemoryView(data);
const first = view.get(0);
const head = `${new Bytes(view.slice(0, 2))}`;
view.set(1, 90);
const [n] = unpack('<I', b`\x03\x00\x00\x00`);
const array = new PyArray('B', [1, 2]);
console.log(
  data.decode(),
  first,
  head,
  n,
  builtins.repr(new ByteArray(array)),
  `${new Bytes('ÿþ', 'latin-1')}`,
);
console.log(abcToAzc(pybuffer).join('\n'));
