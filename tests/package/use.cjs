const { ByteArray, Bytes, MemoryView, b } = require('pybuffer');
const { unpack } = require('pybuffer/struct');
const { PyArray } = require('pybuffer/array');
const { builtins } = require('pybuffer/runtime');
const abcToAzc = require('./abc-to-azc.cjs');

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
console.log(abcToAzc(require('pybuffer')).join('\n'));
