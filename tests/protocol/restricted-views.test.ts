/** The restricted view that a derived class's `__release_buffer__` gets when a view of its object ends (PEP 688). */
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { PyArray } from '../../src/companions/array/index.js';
import { MemoryView } from '../../src/memoryview/index.js';
import { BufferFlags } from '../../src/protocol/index.js';
import { Slice } from '../../src/python/index.js';
import { callMethod } from '../../src/runtime/index.js';

const RESTRICTED = 'cannot create new view on restricted memoryview';

/** Collects exceptions of the methods, including failed expectations. */
let printed: jest.SpyInstance;
beforeEach(() => {
  printed = jest.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  const calls: unknown[] = printed.mock.calls;
  printed.mockRestore();
  expect(calls).toEqual([]);
});

class Told extends ByteArray {
  look: (view: MemoryView) => void = () => {};
  __release_buffer__(view: MemoryView) {
    this.look(view);
  }
}

test('a restricted view can be read and written, but no view can be made from it', () => {
  const data = new Told('hello', 'ascii');
  let kept: MemoryView | undefined;
  data.look = (view) => {
    kept = view;
    expect([view.obj, view.format, view.shape, view.readonly]).toEqual([null, 'B', [5], false]);
    expect(view.tobytes().toString()).toBe("b'hello'");
    expect(view.equals(view)).toBe(true);
    expect(view.enter()).toBe(view);
    for (const make of [
      () => new MemoryView(view),
      () => MemoryView.fromFlags(view, BufferFlags.SIMPLE),
      () => view.cast('b'),
      () => view.toreadonly(),
      () => view.slice(0, 1),
      () => view.get(new Slice(0, 1)),
      () => view.__buffer__(BufferFlags.SIMPLE),
      () => new Bytes(view),
      () => new Bytes('x', 'ascii').find(view),
    ]) {
      expect(make).toThrow(RESTRICTED);
    }
    view.set(0, 74);
    // The export has not ended yet.
    expect(() => data.append(1)).toThrow('Existing exports of data: object cannot be re-sized');
    callMethod(ByteArray, '__release_buffer__', [data, view]);
    expect(view.get(0)).toBe(74);
  };
  const view = new MemoryView(data);
  const slice = view.slice(1);
  view.release();
  expect(kept).toBeUndefined();
  slice.release();
  expect(() => kept!.tobytes()).toThrow('operation forbidden on released memoryview object');
  data.append(33);
  expect(data.toString()).toBe("Told(b'Jello!')");
});

test('of immutable bytes, and of an array', () => {
  const shown: string[] = [];
  class A extends Bytes {
    __release_buffer__(view: MemoryView) {
      shown.push(`${view.readonly} ${view.hash() === new Bytes('ab', 'ascii').hash()}`);
    }
  }
  class B extends PyArray {
    __release_buffer__(view: MemoryView) {
      shown.push(`${view.format} ${view.tolist().join()}`);
    }
  }
  new MemoryView(new A('ab', 'ascii')).release();
  new MemoryView(new B('H', [1, 2])).release();
  expect(shown).toEqual(['true true', 'H 1,2']);
});

test('a class that makes its own views gets those, and a restricted one when its own memory is released', () => {
  const shown: unknown[] = [];
  class Own extends ByteArray {
    __buffer__(flags: number) {
      return callMethod(ByteArray, '__buffer__', [this, flags]);
    }
    __release_buffer__(view: MemoryView) {
      shown.push(view.obj);
      expect(() => view.toreadonly()).toThrow(RESTRICTED);
    }
  }
  class Other extends ByteArray {
    made = new MemoryView(new Bytes('other', 'ascii'));
    __buffer__() {
      return this.made;
    }
    __release_buffer__(view: MemoryView) {
      shown.push(view);
    }
  }
  const own = new Own(2);
  new MemoryView(own).release();
  own.append(1);
  const other = new Other(2);
  const view = new MemoryView(other);
  expect(view.tobytes().toString()).toBe("b'other'");
  other.append(1);
  view.release();
  expect(shown).toEqual([null, other.made]);
});

test('exceptions do not leave a release: they are printed', () => {
  const data = new Told(2);
  const error = new Error('no');
  data.look = () => {
    throw error;
  };
  new MemoryView(data).release();
  data.append(1);
  expect(printed.mock.calls).toEqual([['Exception ignored in __release_buffer__ of Told:', error]]);
  printed.mockClear();
});
