/**
 * The two programs of the tutorial: one memory, two names, no copy.
 *
 *     npm start
 */
import { ByteArray, Bytes, MemoryView, repr } from 'pybuffer';

// Python: byte_array = bytearray('ABC', 'utf-8'); mv = memoryview(byte_array)
{
  const byteArray = new ByteArray('ABC', 'utf-8');
  using mv = new MemoryView(byteArray);

  console.log(mv[0]); // print(mv[0])
  using head = mv.slice(0, 2);
  console.log(`${new Bytes(head)}`); // print(bytes(mv[0:2]))
  using all = mv.slice(0, 3);
  console.log(repr([...all])); // print(list(mv[0:3]))
}

// Python: the view writes into the array that it was made from
{
  const byteArray = new ByteArray('ABC', 'utf-8');
  console.log(`Before updation: ${byteArray}`);
  using mv = new MemoryView(byteArray);
  mv[1] = 90; // mv[1] = 90
  console.log(`After updation: ${byteArray}`);
}
