/**
 * Instances of classes derived from ours, made through `call`: the constructor gets its arguments in the
 * right form, whatever the class's source looks like.
 */
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { BytesIO } from '../../src/companions/io/index.js';
import { call, callMethod } from '../../src/runtime/index.js';
import { pythonOf } from '../python-of.js';

class Plain extends Bytes {
  /* No constructor (none) here, only a comment that mentions one: constructor(x) {}. */
  describe = 'constructor(';
}
class Own extends Bytes {
  constructor(
    readonly label: string,
    options: { content?: Bytes } = {},
  ) {
    super(options.content ?? new Bytes(label, 'ascii'));
  }
}
class Many extends ByteArray {
  constructor(...items: number[]) {
    super(items);
  }
}

test('without a constructor the base takes the arguments', () => {
  expect(pythonOf(() => call(Plain, ['é'], { encoding: 'utf-8' }))).toBe("b'\\xc3\\xa9'");
  expect(pythonOf(() => call(Plain, [[97, 98]]))).toBe("b'ab'");
  expect(pythonOf(() => call(Plain, [], { source: 2 }))).toBe("b'\\x00\\x00'");
  expect(
    pythonOf(() => call(class extends BytesIO {}, [], { initial_bytes: new Bytes(1) }) instanceof BytesIO),
  ).toBe('True');
});

test('a constructor gets its own parameters', () => {
  const own = call(Own, ['label'], { content: new Bytes('q', 'ascii') }) as Own;
  expect([own.label, own.decode()]).toEqual(['label', 'q']);
  expect(pythonOf(() => call(Many, [1, 2, 3, 4, 5]))).toBe("Many(b'\\x01\\x02\\x03\\x04\\x05')");
  expect(callMethod(Bytes, '__new__', [Own, 'x'])).toBeInstanceOf(Own);
});
