import { ByteArray, MemoryView } from 'pybuffer';

const byteArray = new ByteArray('ABC', 'utf-8');
console.log(`Before updation: ${byteArray}`);

const mv = new MemoryView(byteArray);
mv[1] = 90;
console.log(`After updation: ${byteArray}`);
