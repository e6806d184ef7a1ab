import { ByteArray, b as literal, repr } from 'pybuffer';

const a = new ByteArray(literal`same`);
const b = a;
const c = new ByteArray(a);
b[0] = 83;
console.log(repr(a), repr(b), repr(c));
console.log(repr(a === b), repr(a === c), repr(a.equals(c)));
