/** Classes of the source language with `__buffer__` (PEP 688). */
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { MemoryView } from '../../src/memoryview/index.js';
import { BufferFlags, isBytesLike } from '../../src/protocol/index.js';
import { typeName } from '../../src/python/index.js';

test('__buffer__ gets the request, and its result is viewed', () => {
  class A {
    flags = -1;
    __buffer__(flags: number) {
      this.flags = flags;
      return new MemoryView(new Bytes('abc', 'ascii'));
    }
  }
  const a = new A();
  expect(isBytesLike(a)).toBe(true);
  const view = new MemoryView(a);
  expect(view.tobytes().toString()).toBe("b'abc'");
  expect(a.flags).toBe(BufferFlags.FULL_RO);
  expect(typeName(view.obj)).toBe('_buffer_wrapper');
  expect(new Bytes(a).toString()).toBe("b'abc'");
});

test('its result must be a view', () => {
  class Bad {
    __buffer__() {
      return new Bytes(1);
    }
  }
  expect(() => new MemoryView(new Bad())).toThrow('Bad.__buffer__() must return a memoryview, not bytes');
});

test('__release_buffer__ gets the same view object when the last derived view is released', () => {
  class A {
    log: boolean[] = [];
    view: MemoryView | null = null;
    __buffer__() {
      return (this.view = new MemoryView(new ByteArray('abc', 'ascii')));
    }
    __release_buffer__(view: unknown) {
      this.log.push(view === this.view);
    }
  }
  const a = new A();
  const view = new MemoryView(a);
  const slice = view.slice(1);
  view.release();
  expect(a.log).toEqual([]);
  slice.release();
  expect(a.log).toEqual([true]);
  a.view!.release();
});

test('the documentation of PEP 688: an exporter that is held once', () => {
  class MyBuffer {
    data = new ByteArray('capybara', 'ascii');
    view: MemoryView | null = null;
    __buffer__() {
      if (this.view !== null) throw new Error('Buffer already held');
      return (this.view = new MemoryView(this.data));
    }
    __release_buffer__(view: unknown) {
      expect(view).toBe(this.view);
      this.view!.release();
      this.view = null;
    }
  }
  const buffer = new MyBuffer();
  const view = new MemoryView(buffer);
  view.set(0, 67);
  expect(() => new MemoryView(buffer)).toThrow('Buffer already held');
  expect(() => buffer.data.append(33)).toThrow('Existing exports of data');
  view.release();
  buffer.data.append(33);
  expect(new MemoryView(buffer).tobytes().toString()).toBe("b'Capybara!'");
});
