/** A method of the platform is used only if it does what Node's does: a host may have another of its name. */
import type * as Host from '../../src/codecs/host-text.js';

type Method = (this: Uint8Array, ...args: never[]) => unknown;
const buffer = Buffer.prototype as unknown as Record<string, Method>;
const engineHasBase64 = 'toBase64' in Uint8Array.prototype;

/** The module on a platform where a method of `Buffer.prototype` is another. */
function hostWith(name: string, method: unknown): typeof Host {
  const before = buffer[name]!;
  buffer[name] = method as Method;
  jest.resetModules();
  try {
    return jest.requireActual<typeof Host>('../../src/codecs/host-text.js');
  } finally {
    buffer[name] = before;
    jest.resetModules();
  }
}

/** A method that works and then changes one byte that it has written. */
const changing = (name: string, at: number): Method => {
  const real = buffer[name]!;
  return function (...args) {
    const count = real.apply(this, args);
    this[at]! ^= 1;
    return count;
  };
};
/** A method that works and says that it has written another number of bytes. */
const miscounting = (name: string): Method => {
  const real = buffer[name]!;
  return function (...args) {
    return (real.apply(this, args) as number) + 1;
  };
};

// Not `utf8Slice`, with which Jest itself reads the module.
test.each<[name: string, used: keyof typeof Host, changed: readonly number[], isBase64: boolean]>([
  ['latin1Slice', 'latin1Slice', [], false],
  ['ucs2Slice', 'ucs2Slice', [], false],
  ['latin1Write', 'latin1Write', [1], false],
  ['ucs2Write', 'ucs2Write', [1, 2], false],
  ['base64Slice', 'base64Text', [], true],
  ['base64urlSlice', 'base64Text', [], true],
  ['base64Write', 'writeBase64', [1, 3], true],
  ['base64urlWrite', 'writeBase64', [1, 3], true],
])('%s', (name, used, changed, isBase64) => {
  // Engines that know base64 need none of these.
  const unused = isBase64 && engineHasBase64 ? 'function' : 'object';
  const kinds = (methods: readonly unknown[]) => methods.map((method) => typeof hostWith(name, method)[used]);
  expect(kinds([buffer[name]])).toEqual(['function']);
  const throwing = () => {
    throw new TypeError('not a Buffer');
  };
  const others: unknown[] = [undefined, null, 'text', throwing, () => undefined, () => 'x', () => 0];
  if (name.endsWith('Write')) others.push(miscounting(name), ...changed.map((at) => changing(name, at)));
  expect(kinds(others)).toEqual(others.map(() => unused));
});

test('isUtf8 is used if it tells valid bytes from others', () => {
  const real = process.getBuiltinModule;
  const hostOf = (isUtf8: unknown) => {
    process.getBuiltinModule = ((name: string) =>
      name === 'node:buffer' ? { isUtf8 } : real.call(process, name)) as never;
    jest.resetModules();
    try {
      return jest.requireActual<typeof Host>('../../src/codecs/host-text.js').isUtf8;
    } finally {
      process.getBuiltinModule = real;
      jest.resetModules();
    }
  };
  const right = (bytes: Uint8Array) => bytes.length === 3;
  expect(hostOf(right)).toBe(right);
  expect([() => true, () => false, undefined, 1].map(hostOf)).toEqual([null, null, null, null]);
});
