// The codecs from bytes to bytes read the length of their input after they have converted it, as CPython's
// modules do.
import { MemoryView, b } from 'pybuffer';
import { lookup } from 'pybuffer/codecs';
import 'pybuffer/codecs-binary';

class Lender {
  __buffer__(): MemoryView {
    return new MemoryView(b`6162`);
  }
}

class Sized extends Lender {
  __len__(): number {
    return 7;
  }
}

test.each(['hex', 'base64', 'quopri'])('%s of an object with a buffer', (name) => {
  const { encode, decode } = lookup(name) as unknown as Record<string, (input: unknown) => unknown[]>;
  for (const run of [encode!, decode!]) {
    expect(() => run(new Lender())).toThrow("object of type 'Lender' has no len()");
    expect(run(new Sized())[1]).toBe(7);
    expect(run(new MemoryView(b`6162`))[1]).toBe(4);
  }
});
