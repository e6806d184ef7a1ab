/** Scopes: what they collect, keep and release, the order of releases, and what they raise. */
import { ByteArray, MemoryView, scope } from 'pybuffer';
import { Scope } from '../../src/protocol/index.js';

const releases: string[] = [];
const fake = (name: string, error?: Error) => ({
  release() {
    releases.push(name);
    if (error !== undefined) throw error;
  },
});
beforeEach(() => void (releases.length = 0));

test('views are released from the last to the first, and those that are kept are not', () => {
  const own = new Scope();
  const [a, b, c] = [fake('a'), fake('b'), fake('c')];
  expect([own.add(a), own.add(b), own.add(c), own.add(b)]).toEqual([a, b, c, b]);
  expect(own.keep(b)).toBe(b);
  const stranger = fake('stranger');
  expect(own.keep(stranger)).toBe(stranger);
  own.close();
  expect(releases).toEqual(['c', 'b', 'a']);
  own.close();
  expect(releases).toHaveLength(3);
});

test('the first error is raised after all others were released, and closing again raises nothing', () => {
  const own = new Scope();
  const [first, second] = [new Error('first'), new Error('second')];
  own.add(fake('a', second));
  own.add(fake('b'));
  own.add(fake('c', first));
  expect(() => own.close()).toThrow(first);
  expect(releases).toEqual(['c', 'b', 'a']);
  own.close();
  expect(releases).toHaveLength(3);
});

test('an open scope collects the views that anybody makes, until it is closed; scopes nest', () => {
  const data = new ByteArray(3);
  const outer = new Scope().open();
  expect(outer.open()).toBe(outer);
  const one = new MemoryView(data);
  const inner = new Scope().open();
  const two = new MemoryView(data);
  inner.close();
  const three = new MemoryView(data);
  const isReleased = (view: MemoryView) => {
    try {
      return view.nbytes < 0;
    } catch {
      return true;
    }
  };
  expect([one, two, three].map(isReleased)).toEqual([false, true, false]);
  outer[Symbol.dispose ?? (Object.getOwnPropertySymbols(Scope.prototype)[0] as typeof Symbol.dispose)]();
  const four = new MemoryView(data);
  expect([one, two, three, four].map(isReleased)).toEqual([true, true, true, false]);
  four.release();
  data.append(1);
});

test('a scope that is closed out of order stops collecting, and the other one continues', () => {
  const data = new ByteArray(3);
  const outer = new Scope().open();
  const inner = new Scope().open();
  outer.close();
  const view = new MemoryView(data);
  expect(() => data.append(1)).toThrow('Existing exports of data: object cannot be re-sized');
  inner.close();
  expect(() => view.nbytes).toThrow('operation forbidden on released memoryview object');
  data.append(1);
});

test('a function in a scope returns what it returns, or throws what it throws, with all views released', () => {
  const data = new ByteArray(3);
  expect(scope(() => new MemoryView(data).nbytes)).toBe(3);
  data.append(1);
  expect(() =>
    scope(() => {
      new MemoryView(data);
      throw new RangeError('mine');
    }),
  ).toThrow(new RangeError('mine'));
  data.append(1);
  const kept = scope((own) => own.keep(new MemoryView(data)));
  expect(kept.nbytes).toBe(5);
  kept.release();
});
