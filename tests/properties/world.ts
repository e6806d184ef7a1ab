/**
 * A small world of buffers and of arguments made with them, for laws that call everything with everything. It
 * knows of each exporter whether all its exports were released.
 */
import { ByteArray, Bytes, MemoryView, PyException, setLifetimePolicy } from 'pybuffer';
import type { Item } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { BytesIO } from 'pybuffer/io';

/** The exception that this world's callbacks raise. */
export class CallBackFailed extends PyException {}

/** A Python class with PEP 688's methods, over its own buffer. */
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

/** A class derived from one of ours, with PEP 688's methods, which count. */
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

/** Detaches the memory of a host's buffer when it is converted to an int. */
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

/** A view of a view that is then released. */
function derived(exporter: ByteArray, make: (view: MemoryView) => MemoryView<Item>): MemoryView<Item> {
  using view = new MemoryView(exporter);
  return make(view);
}

const CONTENT = [97, 1, 98, 99, 97, 98, 1, 2];

/** Objects that are made at their first use. */
class Lazy<T> {
  readonly #made: (T | undefined)[] = [];
  constructor(private readonly makes: readonly (() => T)[]) {}

  get(index: number): T {
    return (this.#made[index] ??= this.makes[index]!());
  }

  /** The objects that were made, by their indices. */
  made(): [index: number, value: T][] {
    return this.#made.flatMap((value, i): [number, T][] => (value === undefined ? [] : [[i, value]]));
  }
}

/** Every argument by its name: good buffers, lists that fail late, callbacks that raise, memory that is lost. */
const VALUES: Readonly<Record<string, (world: World) => unknown>> = {
  view: (world) => world.view(0),
  short: (world) => world.view(1),
  matrix: (world) => world.view(2),
  items: (world) => world.view(3),
  window: (world) => world.view(4),
  hostView: (world) => world.view(5),
  strided: (world) => world.view(6),
  exporter: ({ exporter }) => exporter,
  derived: ({ derived }) => derived,
  bytearray: (world) => world.resizable(4),
  '[view, view]': (world) => [world.view(0), world.view(1)],
  '[view, exporter, 300]': (world) => [world.view(0), world.exporter, 300],
  '(view, derived)': (world) => Object.freeze([world.view(0), world.derived]),
  '[exporter, one that raises]': ({ exporter, derived }) => [exporter, derived, new FailingExporter()],
  '[view, int that raises]': (world) => [world.view(1), new FailingIndex()],
  'views until it raises': (world) => world.until(),
  'Map of views': (world) =>
    new Map<unknown, unknown>([
      [new Bytes('a', 'ascii'), world.view(0)],
      ['a', world.exporter],
    ]),
  '1': () => 1,
  '-1': () => -1,
  "'B'": () => 'B',
  "'utf-8'": () => 'utf-8',
  "b'a'": () => new Bytes('a', 'ascii'),
  "b'<%b|%b>'": () => new Bytes('<%b|%b>', 'ascii'),
  None: () => null,
  object: () => ({}),
  'int that raises': () => new FailingIndex(),
  'buffer that raises': () => new FailingExporter(),
  'comparison that raises': () => new FailingComparison(),
  'int that loses the memory': ({ host }) => new Loser(host),
};

/** The names of all arguments. */
export const NAMES = Object.keys(VALUES);

export class World {
  readonly host = Uint8Array.from(CONTENT);
  readonly stream = new BytesIO(new Bytes(CONTENT));
  readonly #resizable = new Lazy<ByteArray | PyArray<'H'>>([
    () => new ByteArray(CONTENT),
    () => new ByteArray([97, 98]),
    () => new ByteArray(CONTENT),
    () => new ByteArray(CONTENT),
    () => new ByteArray([97]),
    () => new PyArray('H', CONTENT),
  ]);
  readonly #views = new Lazy<MemoryView<Item>>([
    () => new MemoryView(this.resizable(0)),
    () => derived(this.resizable(1), (view) => view.slice(1)),
    () => derived(this.resizable(3), (view) => view.cast('B', [2, 4])),
    () => new MemoryView(this.array),
    () => this.stream.getbuffer(),
    () => new MemoryView(this.host),
    () => derived(this.resizable(0), (view) => view.slice(null, null, 2)),
  ]);
  #exporter: Exporter | null = null;
  #derived: Derived | null = null;
  /** Receivers that hold a buffer until they end. */
  readonly holders: unknown[] = [];

  resizable(index: number): ByteArray {
    return this.#resizable.get(index) as ByteArray;
  }

  view(index: number): MemoryView<Item> {
    return this.#views.get(index);
  }

  get array(): PyArray<'H'> {
    return this.#resizable.get(5) as PyArray<'H'>;
  }

  get exporter(): Exporter {
    return (this.#exporter ??= new Exporter(this.resizable(2)));
  }

  get derived(): Derived {
    return (this.#derived ??= new Derived([97]));
  }

  value(name: string): unknown {
    return VALUES[name]!(this);
  }

  *until(): Generator<unknown> {
    yield this.view(0);
    yield this.exporter;
    throw new CallBackFailed('iteration failed');
  }

  /**
   * Releases the world's own views and lists the exports that are still held: none, if every call released
   * its own.
   */
  held(): string[] {
    const wrong: string[] = [];
    const attempt = (name: string, work: () => unknown) => {
      try {
        work();
      } catch (error) {
        wrong.push(`${name}: ${(error as Error).message.split('\n')[0]}`);
      }
    };
    for (const [i, view] of this.#views.made()) attempt(`view ${i}`, () => view.release());
    const taken = [this.#exporter?.taken ?? 0, this.#derived?.taken ?? 0];
    if (taken[0] !== 0) wrong.push(`exporter: ${taken[0]} not given back`);
    if (taken[1] !== 0) wrong.push(`derived: ${taken[1]} not given back`);
    for (const [i, exporter] of this.#resizable.made()) attempt(`exporter ${i}`, () => resize(exporter));
    attempt('stream', () => this.stream.closed || this.stream.truncate(0));
    return wrong;
  }

  /** Exporters that a running call still holds: under `detach`, only these refuse a resize. */
  pinned(): string[] {
    const wrong: string[] = [];
    const before = setLifetimePolicy('detach');
    try {
      for (const [i, exporter] of this.#resizable.made()) {
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
