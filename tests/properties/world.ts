/**
 * A small world of buffers and of arguments made with them, for laws that call everything with everything. Every
 * exporter in it can be asked whether all that was taken of it is back.
 */
import { ByteArray, Bytes, MemoryView, PyException, setLifetimePolicy } from 'pybuffer';
import type { Item } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { BytesIO } from 'pybuffer/io';

/** The exception that this world's call-backs raise. */
export class CallBackFailed extends PyException {}

/** A class of Python's with PEP 688's methods, over a buffer of its own. */
class Exporter {
  taken = 0;
  constructor(readonly data: ByteArray) {}
  __buffer__(_flags: number): MemoryView {
    this.taken++;
    return new MemoryView(this.data);
  }
  __release_buffer__(view: MemoryView): void {
    this.taken--;
    view.release();
  }
}

/** Derived from one of ours, with methods of PEP 688 that count. */
class Derived extends ByteArray {
  taken = 0;
  __release_buffer__(_view: MemoryView): void {
    this.taken--;
  }
  __buffer__(flags: number): MemoryView {
    const view = MemoryView.fromFlags(new Bytes('derived!', 'ascii'), flags);
    this.taken++;
    return view as MemoryView<number>;
  }
}

class FailingExporter {
  __buffer__(): never {
    throw new CallBackFailed('buffer failed');
  }
}

/** Takes the memory of a host's buffer away when it is asked for an int. */
class Loser {
  constructor(readonly host: Uint8Array) {}
  __index__(): number {
    if (this.host.length > 0)
      structuredClone(this.host.buffer, { transfer: [this.host.buffer as ArrayBuffer] });
    return 1;
  }
}

class FailingIndex {
  __index__(): never {
    throw new CallBackFailed('index failed');
  }
}

class FailingComparison {
  __eq__(): never {
    throw new CallBackFailed('comparison failed');
  }
  __lt__(): never {
    throw new CallBackFailed('comparison failed');
  }
}

/** A view of a view, which is released. */
function derived(exporter: ByteArray, make: (view: MemoryView) => MemoryView<Item>): MemoryView<Item> {
  using view = new MemoryView(exporter);
  return make(view);
}

const CONTENT = [97, 1, 98, 99, 97, 98, 1, 2];

export class World {
  readonly host = Uint8Array.from(CONTENT);
  readonly resizable = [
    new ByteArray(CONTENT),
    new ByteArray([97, 98]),
    new ByteArray(CONTENT),
    new ByteArray(CONTENT),
    new ByteArray([97]),
  ] as const;
  readonly array = new PyArray('H', CONTENT);
  readonly stream = new BytesIO(new Bytes(CONTENT));
  readonly exporter = new Exporter(this.resizable[2]);
  readonly derived = new Derived([97]);
  readonly views: readonly MemoryView<Item>[] = [
    new MemoryView(this.resizable[0]),
    derived(this.resizable[1], (view) => view.slice(1)),
    derived(this.resizable[3], (view) => view.cast('B', [2, 4])),
    new MemoryView(this.array),
    this.stream.getbuffer(),
    new MemoryView(this.host),
    derived(this.resizable[0], (view) => view.slice(null, null, 2)),
  ];

  /** Every argument by its name: good buffers, lists that go wrong late, call-backs that raise, memory that is lost. */
  readonly values: Readonly<Record<string, unknown>>;

  constructor() {
    const [view, short, matrix, items, window, hostView, strided] = this.views;
    const { exporter, derived, host } = this;
    this.values = {
      view,
      short,
      matrix,
      items,
      window,
      hostView,
      strided,
      exporter,
      derived,
      bytearray: this.resizable[4],
      '[view, view]': [view, short],
      '[view, exporter, 300]': [view, exporter, 300],
      '(view, derived)': Object.freeze([view, derived]),
      '[exporter, one that raises]': [exporter, derived, new FailingExporter()],
      '[view, int that raises]': [short, new FailingIndex()],
      'views until it raises': this.until(),
      'Map of views': new Map<unknown, unknown>([
        [new Bytes('a', 'ascii'), view],
        ['a', exporter],
      ]),
      '1': 1,
      '-1': -1,
      "'B'": 'B',
      "'utf-8'": 'utf-8',
      "b'a'": new Bytes('a', 'ascii'),
      "b'<%b|%b>'": new Bytes('<%b|%b>', 'ascii'),
      None: null,
      object: {},
      'int that raises': new FailingIndex(),
      'buffer that raises': new FailingExporter(),
      'comparison that raises': new FailingComparison(),
      'int that loses the memory': new Loser(host),
    };
  }

  private *until(): Generator<unknown> {
    yield this.views[0];
    yield this.exporter;
    throw new CallBackFailed('iteration failed');
  }

  /** What is still held of anything here, when the world's own views are released: nothing, if all was given back. */
  held(): string[] {
    const wrong: string[] = [];
    const attempt = (name: string, work: () => unknown) => {
      try {
        work();
      } catch (error) {
        wrong.push(`${name}: ${(error as Error).message.split('\n')[0]}`);
      }
    };
    for (const [i, view] of this.views.entries()) attempt(`view ${i}`, () => view.release());
    if (this.exporter.taken !== 0) wrong.push(`exporter: ${this.exporter.taken} not given back`);
    if (this.derived.taken !== 0) wrong.push(`derived: ${this.derived.taken} not given back`);
    const exporters = [...this.resizable, this.array];
    for (const [i, exporter] of exporters.entries()) attempt(`exporter ${i}`, () => resize(exporter));
    attempt('stream', () => this.stream.closed || this.stream.truncate(0));
    return wrong;
  }

  /** Whether a running call still holds one: under `detach` a resize is refused only then. */
  pinned(): string[] {
    const wrong: string[] = [];
    const before = setLifetimePolicy('detach');
    try {
      for (const [i, exporter] of [...this.resizable, this.array].entries()) {
        const view = new MemoryView(exporter);
        try {
          resize(exporter);
          if (!isReleased(view)) wrong.push(`exporter ${i}: its view goes on`);
        } catch (error) {
          wrong.push(`exporter ${i} is pinned: ${(error as Error).message.split('\n')[0]}`);
        }
      }
    } finally {
      setLifetimePolicy(before);
    }
    return wrong;
  }
}

function resize(exporter: ByteArray | PyArray): void {
  exporter.append(1);
  exporter.pop();
}

function isReleased(view: MemoryView): boolean {
  try {
    void view.format;
    return false;
  } catch {
    return true;
  }
}
