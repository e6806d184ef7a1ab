/**
 * Memory lost in the middle of a call: every public function and method, over JavaScript's memory, with a
 * callback that detaches, shrinks, grows or transfers it. The result is the same as without that, or an error
 * of the library; never an error of the platform, and never bytes that nobody wrote.
 */
import { ByteArray, Bytes, MemoryView, PyException } from 'pybuffer';
import { builtins } from 'pybuffer/runtime';
import { FUNCTIONS, OPTIONS, RECEIVERS, methodsOf } from './callables.js';
import { World } from './world.js';
import { withoutStacks } from '../stacks.js';

interface Resizable extends ArrayBuffer {
  resize(size: number): void;
}

const resizable = () =>
  new (ArrayBuffer as unknown as new (size: number, options: object) => Resizable)(24, { maxByteLength: 64 });

withoutStacks();

/** Ways to lose memory, or to grow it. `structuredClone` works like `transfer` on every platform. */
const LOSSES: Readonly<Record<string, (buffer: Resizable) => void>> = {
  detached: (buffer) => void structuredClone(buffer, { transfer: [buffer] }),
  shrunk: (buffer) => buffer.resize(1),
  grown: (buffer) => buffer.resize(64),
  transferred: (buffer) => {
    const { transfer } = buffer as { transfer?: () => unknown };
    if (transfer === undefined) structuredClone(buffer, { transfer: [buffer] });
    else transfer.call(buffer);
  },
};

/** Values with each kind of callback. */
const CALL_BACKS: Readonly<Record<string, (take: () => void) => unknown>> = {
  __index__: (take) => ({
    __index__() {
      take();
      return 1;
    },
  }),
  __buffer__: (take) => ({
    __buffer__() {
      take();
      return new MemoryView(new Bytes([97, 98, 99]));
    },
  }),
  __iter__: (take) => ({
    *[Symbol.iterator]() {
      yield 97;
      take();
      yield 98;
    },
  }),
  'items with an __index__': (take) => [97, CALL_BACKS['__index__']!(take), 98],
  'comparison and hash': (take) => ({
    __eq__() {
      take();
      return true;
    },
    __lt__() {
      take();
      return true;
    },
    __hash__() {
      take();
      return 1;
    },
  }),
  'conversions to float, bytes, bool and text': (take) => ({
    __float__() {
      take();
      return 1;
    },
    __bytes__() {
      take();
      return new Bytes([97]);
    },
    __bool__() {
      take();
      return true;
    },
    __str__() {
      take();
      return 'a';
    },
  }),
};

type Make = (memory: Uint8Array, callBack: unknown) => unknown[];

/** The positions of the memory and of the callback among the arguments. */
const PLACES: readonly Make[] = [
  (_memory, callBack) => [callBack],
  (memory, callBack) => [memory, callBack],
  (_memory, callBack) => [0, callBack],
  (memory, callBack) => [callBack, memory],
  (memory, callBack) => [memory, memory, callBack],
  (memory, callBack) => [memory, 0, callBack],
  (memory, callBack) => [[memory, callBack, memory]],
  (memory, callBack) => [memory, [callBack, memory]],
];

const describeError = (error: unknown) =>
  error instanceof PyException ? null : `${(error as Error).name}: ${(error as Error).message}`;

/** A result as Python prints it; iterators by their first items. */
function shown(result: unknown): string | null {
  const { next } = (result ?? {}) as { next?: () => IteratorResult<unknown> };
  if (typeof next !== 'function') {
    return result instanceof Bytes || typeof result !== 'object' ? builtins.repr(result) : null;
  }
  const items: unknown[] = [];
  for (let i = 0; i < 20; i++) {
    const step = next.call(result);
    if (step.done === true) break;
    items.push(step.value);
  }
  return items.map(String).join();
}

/** Makes one call, and returns its result or an error that is not the library's. */
function escaped(
  run: (world: World, memory: Uint8Array, args: unknown[]) => unknown,
  make: Make,
  callBack: string,
  loss: ((buffer: Resizable) => void) | null,
): { error: string | null; result: string | null; called: boolean } {
  // A resizable buffer costs the platform a reservation of memory, so calls that lose nothing do without.
  const buffer = loss === null ? new ArrayBuffer(24) : resizable();
  const memory = new Uint8Array(buffer, 0, 16).fill(97);
  let called = false;
  const take = () => {
    if (!called) loss?.(buffer as Resizable);
    called = true;
  };
  try {
    const result = run(new World(), memory, make(memory, CALL_BACKS[callBack]!(take)));
    return { error: null, result: shown(result), called };
  } catch (error) {
    return { error: describeError(error), result: null, called };
  }
}

/** These calls use the memory's truth value: a typed array is true if it has a length, which is 0 after a loss. */
const TRUTHS = new Set(['base64 b85encode', 'base64 z85encode', 'builtins all', 'builtins any']);

/**
 * Returns results that the loss changed, and the platform errors that it caused: without it the same call
 * raises none, or another one.
 */
function violations(
  name: string,
  run: (world: World, memory: Uint8Array, args: unknown[]) => unknown,
): string[] {
  const wrong: string[] = [];
  const options = OPTIONS.map((option): Make => (memory, callBack) => [memory, { [option]: callBack }]);
  for (const [place, make] of [...PLACES, ...options].entries()) {
    for (const callBack of Object.keys(CALL_BACKS)) {
      const control = escaped(run, make, callBack, null);
      // Without a callback, nothing is lost.
      if (!control.called) continue;
      for (const loss of Object.keys(LOSSES)) {
        const { error, result } = escaped(run, make, callBack, LOSSES[loss]!);
        if (result !== null && result !== control.result && !TRUTHS.has(name)) {
          wrong.push(`${name}, ${place}, ${callBack}, ${loss}: ${result}, not ${control.result}`);
        }
        if (error !== null && error !== control.error)
          wrong.push(`${name}, ${place}, ${callBack}, ${loss}: ${error}`);
      }
    }
  }
  return wrong;
}

test('the check sees an error of the platform', () => {
  const reads = (_world: World, memory: Uint8Array, [index]: unknown[]) => {
    (index as { __index__?: () => number }).__index__?.();
    return new Uint8Array(memory.buffer, 8);
  };
  expect(violations('reads', reads)).toEqual(
    expect.arrayContaining([
      expect.stringContaining('detached: TypeError'),
      expect.stringContaining('shrunk: RangeError'),
    ]),
  );
});

test.each(Object.keys(FUNCTIONS))('%s', (name) => {
  expect(violations(name, (_world, _memory, args) => FUNCTIONS[name]!(args))).toEqual([]);
});

/** Receivers whose own memory is lost. */
const OVER: Readonly<Record<string, (memory: Uint8Array) => object>> = {
  'view of memory': (memory) => new MemoryView(memory),
  'view of items of memory': (memory) => new MemoryView(memory).cast('H'),
  'view of two dimensions': (memory) => new MemoryView(memory).cast('B', [4, 4]),
  'strided view': (memory) => new MemoryView(memory).slice(null, null, -3),
};
type AnyFunction = (...args: unknown[]) => unknown;

/** Methods that only the library calls, with its own memory and an int. */
const isInternal = (type: string, name: string | symbol): boolean =>
  /^(record|union|array of records)$/.test(type) && name === 'write';

const METHODS = [
  ...Object.keys(OVER).flatMap((type) =>
    methodsOf(OVER[type]!(new Uint8Array(16))).map((name) => [type, name] as const),
  ),
  ...Object.keys(RECEIVERS).flatMap((type) =>
    methodsOf(RECEIVERS[type]!(new World())).map((name) => [type, name] as const),
  ),
].filter(([type, name]) => !isInternal(type, name));

test.each(METHODS)('%s.%p', (type, name) => {
  const wrong = violations(`${type}.${String(name)}`, (world, memory, args) => {
    const receiver = (OVER[type]?.(memory) ?? RECEIVERS[type]!(world)) as Record<
      string | symbol,
      AnyFunction
    >;
    return receiver[name]!(...args);
  });
  expect(wrong).toEqual([]);
});

test("a bytearray's own memory, taken through a live array in the middle of its call", () => {
  const wrong: string[] = [];
  const kinds = Object.keys(CALL_BACKS);
  for (const name of methodsOf(new ByteArray())) {
    for (const callBack of kinds) {
      for (const leading of [[], [0], [new Bytes([65])]]) {
        const data = new ByteArray(new Uint8Array(100).fill(65));
        const live = data.asUint8Array();
        const { buffer } = live;
        live.release();
        const take = () => buffer.byteLength > 0 && structuredClone(buffer, { transfer: [buffer] });
        try {
          (data as unknown as Record<string | symbol, AnyFunction>)[name]!(
            ...leading,
            CALL_BACKS[callBack]!(take),
          );
        } catch (error) {
          const text = describeError(error);
          if (text !== null) wrong.push(`${String(name)}, ${callBack}: ${text}`);
        }
      }
    }
  }
  expect(wrong).toEqual([]);
});
