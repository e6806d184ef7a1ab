/** Operands that are neither numbers nor sequences, with the answers of CPython's operators. */
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { MemoryView } from '../../src/memoryview/index.js';
import { NotImplemented, TYPE_NAME } from '../../src/python/index.js';
import { callMethod, operator } from '../../src/runtime/index.js';

const data = new Bytes([97]);

class Index {
  readonly [TYPE_NAME] = 'Index';
  __index__(): number {
    return 2;
  }
}

class Lender {
  readonly [TYPE_NAME] = 'Lender';
  __buffer__(): MemoryView {
    return new MemoryView(data);
  }
}

test('only a left side that is not a sequence leaves *= to the right side', () => {
  expect(String(operator.imul(2, data))).toBe("b'aa'");
  expect(String(operator.mul(new Index(), data))).toBe("b'aa'");
  expect(() => operator.imul(new Index(), data)).toThrow(
    "unsupported operand type(s) for *=: 'Index' and 'bytes'",
  );
  expect(() => operator.imul(null, data)).toThrow("can't multiply sequence by non-int of type 'NoneType'");
});

test('an object that only exports a buffer is not a mapping for %', () => {
  expect(() => operator.mod(data, new Lender())).toThrow(
    'not all arguments converted during bytes formatting (required 0, got 1)',
  );
  expect(String(operator.mod(data, new MemoryView(data)))).toBe("b'a'");
});

test('NotImplemented is neither true nor false', () => {
  expect(() => operator.truth(NotImplemented)).toThrow(
    'NotImplemented should not be used in a boolean context',
  );
  expect(() => callMethod(new ByteArray(data), 'splitlines', [NotImplemented])).toThrow(
    'NotImplemented should not be used in a boolean context',
  );
});

// In CPython: `class D(bytes): __mod__ = lambda self, other: NotImplemented`.
test('after a derived class has refused, only exact bytes on the right side answer for it', () => {
  class D extends Bytes {
    __mod__(): unknown {
      return NotImplemented;
    }
  }
  const format = new D('%s', 'ascii');
  const x = new Bytes('x', 'ascii');
  expect(String(operator.mod(format, x))).toBe("b'x'");
  for (const right of [new D(x), new ByteArray(x), 5]) {
    expect(() => operator.mod(format, right)).toThrow(/^unsupported operand type\(s\) for %: 'D' and '\w+'$/);
  }
});

// In CPython: `class M(bytes): __mul__ = lambda self, other: NotImplemented`, and `__rmul__` in R.
test('a derived class that refuses to be multiplied is not repeated', () => {
  class M extends Bytes {
    __mul__(): unknown {
      return NotImplemented;
    }
  }
  class R extends Bytes {
    __rmul__(): unknown {
      return NotImplemented;
    }
  }
  expect(() => operator.mul(new M(data), 2)).toThrow("unsupported operand type(s) for *: 'M' and 'int'");
  expect(String(operator.mul(2, new M(data)))).toBe("b'aa'");
  expect(String(operator.mul(new R(data), 2))).toBe("b'aa'");
  expect(() => operator.mul(2, new R(data))).toThrow("unsupported operand type(s) for *: 'int' and 'R'");
});
