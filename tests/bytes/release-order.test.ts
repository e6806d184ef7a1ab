// The order in which a call releases buffers: the one that it acquired first goes first. The order is
// observable, because a derived class can define PEP 688's methods; these tests compare their calls with
// CPython 3.15.2.
import { ByteArray, Bytes, MemoryView, b } from '../../src/index.js';
import { operator } from '../../src/runtime.js';

let log: string[] = [];

/** A bytearray that logs when its buffer is acquired and released. */
class Lender extends ByteArray {
  constructor(
    content: Bytes,
    private readonly letter: string,
  ) {
    super(content);
  }
  __buffer__(): MemoryView {
    log.push(`+${this.letter}`);
    return new MemoryView(b`a`.repeat(this.letter === 't' ? 256 : 1));
  }
  __release_buffer__(): void {
    log.push(`-${this.letter}`);
  }
}

const lender = (letter: string) => new Lender(b``, letter);

function orderIn(call: () => unknown): string {
  log = [];
  call();
  return log.join(' ');
}

const CALLS: Readonly<Record<string, readonly [() => unknown, string]>> = {
  'bytes.replace': [() => b`abc`.replace(lender('a'), lender('b')), '+a +b -a -b'],
  'bytearray.replace': [() => new ByteArray(b`abc`).replace(lender('a'), lender('b')), '+a +b -a -b'],
  'bytes.maketrans': [() => Bytes.maketrans(lender('a'), lender('b')), '+a +b -a -b'],
  'bytearray.translate': [() => new ByteArray(b`abc`).translate(lender('t'), lender('a')), '+t +a -t -a'],
  'bytes.join': [() => b``.join([lender('a'), lender('b'), lender('c')]), '+a +b +c -a -b -c'],
  concat: [() => lender('a').concat(lender('b')), '+a +b -a -b'],
  '==': [() => operator.eq(lender('a'), lender('b')), '+a +b -a -b'],
};

test.each(Object.entries(CALLS))('%s', (_name, [call, order]) => {
  expect(orderIn(call)).toBe(order);
});

test('bytes.translate reads derived bytes directly', () => {
  class Table extends Bytes {
    __buffer__(): never {
      throw new Error('nobody asks');
    }
  }
  const table = new Table(Bytes.maketrans(b`a`, b`x`));
  expect(b`abc`.translate(table, new Table(b`b`)).repr()).toBe("b'xc'");
  expect(b`abc`.startswith([new Table(b`z`), new Table(b`a`)])).toBe(true);
});

test('a bytearray without an export is free after decode() has failed', () => {
  class Silent extends ByteArray {
    __buffer__(): null {
      return null;
    }
  }
  const data = new Silent(b`abc`);
  expect(() => data.decode()).toThrow('decoding to str: need a bytes-like object, Silent found');
  data.clear();
  expect(data.length).toBe(0);
});
