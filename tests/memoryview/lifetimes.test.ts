// When views, exports and leases end, under each lifetime policy.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { MemoryView } from '../../src/memoryview/index.js';
import {
  BufferFlags,
  NDExporter,
  acquireView,
  debugExports,
  endLease,
  lease,
  liveViews,
  releaseView,
  scope,
  Scope,
  setLifetimePolicy,
} from '../../src/protocol/index.js';
import { Slice } from '../../src/python/index.js';

const LOCKED = 'Existing exports of data: object cannot be re-sized';
const RELEASED = 'operation forbidden on released memoryview object';

describe('strict', () => {
  test('every derived view holds the export', () => {
    const data = new ByteArray(8);
    const root = new MemoryView(data);
    const views = [root.slice(1), root.cast('I'), root.toreadonly(), new MemoryView(root)];
    root.release();
    for (const view of views) {
      expect(() => data.append(1)).toThrow(LOCKED);
      view.release();
    }
    data.append(1);
    expect(data.length).toBe(9);
  });

  test('releasing a root does not release its derived views', () => {
    const root = new MemoryView(new ByteArray(4));
    const other = new MemoryView(root);
    root.release();
    expect(other.tolist()).toEqual([0, 0, 0, 0]);
  });

  test('a failed construction, slice, cast or assignment holds nothing', () => {
    const data = new ByteArray(4);
    const view = new MemoryView(data);
    const bad = { __index__: () => 'a' } as never;
    expect(() => view.slice(bad)).toThrow('must return an int');
    expect(() => view.slice(0, 1, 0)).toThrow('slice step cannot be zero');
    expect(() => view.cast('B', [3])).toThrow('product(shape)');
    expect(() => view.set(0, 'x' as never)).toThrow('invalid type');
    const source = new ByteArray(2);
    expect(() => view.set({} as never, source as never)).toThrow('invalid slice key');
    view.release();
    data.append(1);
    source.append(1);
    const tall = new NDExporter(new Uint8Array(1), { shape: Array<number>(64).fill(1) });
    new MemoryView(tall).release();
    expect(tall.exports.count).toBe(0);
  });

  test('equality and assignment release what they acquired, even when they raise', () => {
    const data = new ByteArray('abc', 'ascii');
    const other = new ByteArray('abc', 'ascii');
    const view = new MemoryView(data);
    expect(view.equals(other)).toBe(true);
    expect(() => view.set({ __index__: () => 0 } as never, {} as never)).toThrow('invalid type');
    other.append(1);
    view.release();
    data.append(1);
  });

  test.each<[name: string, assign: (view: MemoryView, source: ByteArray) => void, error: string | null]>([
    ['succeeds', (view, source) => view.set(new Slice(0, 2), source), null],
    ['has a step', (view, source) => view.set(new Slice(0, 4, 2), source), null],
    ['has another size', (view, source) => view.set(new Slice(0, 3), source), 'different structures'],
    ['has no slice', (view, source) => view.set(new Slice(0, 2, 0), source), 'slice step cannot be zero'],
    [
      'has parts that release the view',
      (view, source) => view.set(new Slice({ __index__: () => (view.release(), 0) } as never, 2), source),
      RELEASED,
    ],
  ])('an assignment to a slice that %s holds nothing', (_, assign, error) => {
    const [data, source] = [new ByteArray(4), new ByteArray(2)];
    const view = new MemoryView(data);
    if (error === null) assign(view, source);
    else expect(() => assign(view, source)).toThrow(error);
    source.append(1);
    view.release();
    data.append(1);
    expect([data.length, source.length]).toEqual([5, 3]);
  });

  test('a second release changes nothing', () => {
    const data = new ByteArray(4);
    const view = new MemoryView(data);
    const others = [view.slice(1), new MemoryView(view)];
    for (let i = 0; i < 3; i++) view.release();
    for (const other of others) {
      expect(() => data.append(1)).toThrow(LOCKED);
      other.release();
    }
    data.append(1);
    expect(data).toHaveLength(5);
  });

  test('using and with', () => {
    const data = new ByteArray(2);
    {
      using view = new MemoryView(data);
      view.set(0, 1);
    }
    const view = new MemoryView(data).enter();
    view.exit();
    expect(() => view.enter()).toThrow(RELEASED);
    data.append(1);
  });

  test('no subclasses', () => {
    class Sub extends MemoryView {}
    expect(() => new Sub(new Bytes(1))).toThrow("type 'memoryview' is not an acceptable base type");
  });

  test('a hash pins the view while the exporter computes its own', () => {
    const exporter = new NDExporter(new Uint8Array([1]), { readonly: true });
    const view = new MemoryView(exporter);
    Object.assign(exporter, { __hash__: () => view.release() });
    expect(() => view.hash()).toThrow('memoryview has 1 exported buffer');
    view.release();
    expect(exporter.exports.count).toBe(0);
  });
});

describe('detach', () => {
  let before: ReturnType<typeof setLifetimePolicy>;
  beforeEach(() => (before = setLifetimePolicy('detach')));
  afterEach(() => void setLifetimePolicy(before));

  test('a resize releases the views, and later exports count anew', () => {
    const data = new ByteArray('abc', 'ascii');
    const view = new MemoryView(data);
    const slice = view.slice(1);
    const nested = view.__buffer__(BufferFlags.FULL_RO);
    data.append(100);
    for (const gone of [view, slice, nested]) {
      expect(() => gone.get(0)).toThrow(RELEASED);
      expect(() => gone.set(0, 1)).toThrow(RELEASED);
      expect(() => gone.tolist()).toThrow(RELEASED);
      expect(gone.repr()).toMatch(/^<released memory/);
    }
    const fresh = new MemoryView(data);
    for (const gone of [view, slice, nested]) gone.release();
    expect(fresh.tolist()).toEqual([97, 98, 99, 100]);
    data.append(101);
    expect(() => fresh.get(0)).toThrow(RELEASED);
    expect(data.length).toBe(5);
  });

  test('memory that running calls hold is never detached', () => {
    const data = new ByteArray('abc', 'ascii');
    const held = acquireView(data, BufferFlags.SIMPLE);
    const view = new MemoryView(data);
    expect(() => data.append(1)).toThrow(LOCKED);
    expect(view.get(0)).toBe(97);
    releaseView(held);
    data.append(1);
    expect(() => view.get(0)).toThrow(RELEASED);
  });

  test('a call that holds a view of a view pins the root', () => {
    const data = new ByteArray('abc', 'ascii');
    const view = new MemoryView(data).slice(1);
    const content = lease(view);
    expect(() => data.append(1)).toThrow(LOCKED);
    endLease(content);
    data.append(1);
    expect(() => view.get(0)).toThrow(RELEASED);
  });
});

describe('memory that JavaScript takes away (Not Python)', () => {
  const LOST = 'memoryview: the underlying ArrayBuffer was detached or has shrunk';
  const everything: [string, (view: MemoryView) => unknown][] = [
    ['get', (v) => v.get(0)],
    ['set', (v) => v.set(0, 1)],
    ['get wide', (v) => v.get(-1)],
    ['tolist', (v) => v.tolist()],
    ['tobytes', (v) => v.tobytes()],
    ['hex', (v) => v.hex()],
    ['slice', (v) => v.slice(1)],
    ['iterate', (v) => [...v]],
    ['index', (v) => v.index(0)],
    ['equals', (v) => v.equals(new Bytes(8))],
    ['cast', (v) => v.cast('b')],
    ['asTypedArray', (v) => v.asTypedArray()],
    ['length', (v) => v.length],
  ];

  test.each([
    ['B', 'transferred'],
    ['d', 'transferred'],
    ['H', 'transferred'],
  ])('format %s, %s', (format) => {
    const buffer = new ArrayBuffer(16);
    const whole = new MemoryView(buffer);
    const view = whole.cast(format) as never as MemoryView;
    view.get(0);
    const table = whole.cast(format, format === 'B' ? [4, 4] : format === 'H' ? [4, 2] : [2, 1]);
    table.get(0, 0);
    structuredClone(buffer, { transfer: [buffer] });
    for (const [name, use] of everything) {
      expect([name, attempt(() => use(view))]).toEqual([name, LOST]);
    }
    expect(attempt(() => table.get(0, 0))).toBe(LOST);
    expect(attempt(() => table.set(0, 0, 1))).toBe(LOST);
    view.release();
  });

  test('a WebAssembly.Memory that grows', () => {
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 2 });
    const view = new MemoryView(memory);
    view.set(5, 7);
    memory.grow(1);
    for (const [name, use] of everything) {
      expect([name, attempt(() => use(view))]).toEqual([name, LOST]);
    }
    expect(new MemoryView(memory).get(5)).toBe(7);
  });

  function attempt(action: () => unknown): string {
    try {
      return `gave ${String(action())}`;
    } catch (error) {
      return (error as Error).message;
    }
  }
});

describe('scopes (Not Python)', () => {
  test('release what was made inside, also when it throws', () => {
    const data = new ByteArray('abcdef', 'ascii');
    expect(scope(() => new MemoryView(data).slice(1, 3).tobytes().toString())).toBe("b'bc'");
    data.append(1);
    expect(() =>
      scope(() => {
        new MemoryView(data).slice(1).cast('b');
        throw new Error('mine');
      }),
    ).toThrow('mine');
    data.append(1);
  });

  test('nest, and let views out', () => {
    const data = new ByteArray(4);
    let kept: MemoryView | null = null;
    scope((outer) => {
      const view = new MemoryView(data);
      scope((inner) => {
        kept = inner.keep(new MemoryView(data));
      });
      expect(view.get(0)).toBe(0);
      outer.add(kept!);
    });
    data.append(1);
    expect(() => kept!.get(0)).toThrow(RELEASED);
  });

  test('an object: using', () => {
    const data = new ByteArray(4);
    {
      using _scope = new Scope().open();
      new MemoryView(data).slice(1);
      expect(() => data.append(1)).toThrow(LOCKED);
    }
    data.append(1);
    expect(data).toHaveLength(5);
  });

  test('a view that cannot be released is reported after all others were', () => {
    const data = new ByteArray(4);
    const other = new ByteArray(4);
    let lent: ReturnType<typeof acquireView> | null = null;
    expect(() =>
      scope(() => {
        new MemoryView(other);
        lent = acquireView(new MemoryView(data), BufferFlags.SIMPLE);
      }),
    ).toThrow('memoryview has 1 exported buffer');
    other.append(1);
    releaseView(lent!);
  });
});

describe('the list of live views (Not Python)', () => {
  test('records where views were made, and the error shows it', () => {
    const before = debugExports(true);
    try {
      const data = new ByteArray(4);
      const view = new MemoryView(data);
      const slice = view.slice(1);
      view.release();
      const message = (() => {
        try {
          data.append(1);
          return '';
        } catch (error) {
          return (error as Error).message;
        }
      })();
      expect(message.startsWith(`${LOCKED}\nlive views, by where they were made:\n`)).toBe(true);
      expect(message.match(/view made/g)).toHaveLength(1);
      expect(message).toContain('lifetimes.test');
      expect(liveViews()).toHaveLength(1);
      slice.release();
      expect(liveViews()).toEqual([]);
    } finally {
      debugExports(before);
    }
  });
});

/** The garbage collector, which Node exposes only with a flag. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

test('a million views that were made and released leave no memory or export', () => {
  const data = new ByteArray(64);
  const exporter = new NDExporter(new Uint8Array(64));
  const make = (count: number) => {
    for (let i = 0; i < count; i++) {
      const view = new MemoryView(i & 1 ? data : exporter);
      const part = view.slice(i & 31);
      view.release();
      part.cast('b').release();
      part.release();
    }
  };
  const collect = collector();
  make(1000);
  collect();
  const used = process.memoryUsage().heapUsed;
  make(333_000);
  collect();
  // A million views would take some 300 MB.
  expect(process.memoryUsage().heapUsed - used).toBeLessThan(1e6);
  expect(exporter.exports.count).toBe(0);
  data.append(1);
});
