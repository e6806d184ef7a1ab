/** MessagePack: packs values, and unpacks a stream in pieces. https://msgpack.org */
import {
  ByteArray,
  Bytes,
  MemoryView,
  PyException,
  PyFloat,
  PyOverflowError,
  PyTypeError,
  PyValueError,
} from 'pybuffer';
import { Slice, repr } from 'pybuffer';
import { calcsize, pack, unpack } from 'pybuffer/struct';

const DEEPEST = 100;
const LARGEST_BUFFER = 2 ** 32 - 1;

/** A problem with packed data. */
export class UnpackException extends PyException {}

/** The value is not complete yet. */
export class OutOfData extends UnpackException {}

/** The caller fed more than the buffer may hold. */
export class BufferFull extends UnpackException {}

/** The data is not MessagePack. */
export class FormatError extends PyValueError {}

export class ExtraData extends PyValueError {
  constructor(
    readonly value: unknown,
    readonly extra: Bytes,
  ) {
    super(`unpack received ${extra.length} extra bytes after ${repr(value)}`);
  }
}

/** An application's own type of value: a code from -128 to 127 and its bytes. */
export class ExtType {
  constructor(
    readonly code: number,
    readonly data: Bytes,
  ) {}
}

export interface PackerOptions {
  readonly use_bin_type?: boolean;
  readonly use_single_float?: boolean;
  readonly default?: ((obj: unknown) => unknown) | null;
}

/** Sizes that fit into the code itself: the code, and the first size that does not. */
type Fix = readonly [code: number, limit: number] | null;
type Codes = readonly [number | null, number, number];

const isBytesLike = (obj: unknown): obj is Bytes | ByteArray | MemoryView =>
  obj instanceof Bytes || obj instanceof ByteArray || obj instanceof MemoryView;

const isFloat = (obj: unknown): obj is number | PyFloat =>
  obj instanceof PyFloat || (typeof obj === 'number' && !Number.isInteger(obj));

export class Packer {
  readonly #useBinType: boolean;
  readonly #float: '>f' | '>d';
  readonly #default: ((obj: unknown) => unknown) | null;
  readonly #buffer = new ByteArray();

  constructor({
    use_bin_type = true,
    use_single_float = false,
    default: fallback = null,
  }: PackerOptions = {}) {
    this.#useBinType = use_bin_type;
    this.#float = use_single_float ? '>f' : '>d';
    this.#default = fallback;
  }

  pack(obj: unknown): Bytes {
    this.#buffer.clear();
    this.#pack(obj, DEEPEST);
    return new Bytes(this.#buffer);
  }

  #pack(obj: unknown, depth: number): void {
    const out = this.#buffer;
    if (depth < 0) throw new PyValueError('recursion limit exceeded');
    if (obj === null) {
      out.append(0xc0);
    } else if (typeof obj === 'boolean') {
      out.append(obj ? 0xc3 : 0xc2);
    } else if (isFloat(obj)) {
      // Before the ints: the number 2 is an int, but PyFloat 2.0 is not.
      out.append(this.#float === '>d' ? 0xcb : 0xca);
      out.extend(pack(this.#float, obj));
    } else if (typeof obj === 'number' || typeof obj === 'bigint') {
      this.#packInt(obj);
    } else if (typeof obj === 'string') {
      const data = new Bytes(obj, 'utf-8');
      this.#header(data.length, [0xa0, 32], [0xd9, 0xda, 0xdb]);
      out.extend(data);
    } else if (isBytesLike(obj)) {
      using data = new MemoryView(obj);
      if (this.#useBinType) this.#header(data.nbytes, null, [0xc4, 0xc5, 0xc6]);
      else this.#header(data.nbytes, [0xa0, 32], [null, 0xda, 0xdb]);
      out.iadd(data);
    } else if (obj instanceof ExtType) {
      this.#packExt(obj);
    } else if (Array.isArray(obj)) {
      this.#header(obj.length, [0x90, 16], [null, 0xdc, 0xdd]);
      for (const item of obj) this.#pack(item, depth - 1);
    } else if (obj instanceof Map) {
      this.#header(obj.size, [0x80, 16], [null, 0xde, 0xdf]);
      for (const [key, value] of obj) {
        this.#pack(key, depth - 1);
        this.#pack(value, depth - 1);
      }
    } else if (this.#default !== null) {
      this.#pack(this.#default(obj), depth - 1);
    } else {
      throw new PyTypeError(`cannot pack ${obj instanceof Set ? 'set' : typeof obj}`);
    }
  }

  #packInt(n: number | bigint): void {
    const out = this.#buffer;
    if (-0x20 <= n && n < 0x80) {
      out.extend(pack('b', n));
      return;
    }
    const codes =
      n < 0
        ? ([
            [0xd0, '>b'],
            [0xd1, '>h'],
            [0xd2, '>i'],
            [0xd3, '>q'],
          ] as const)
        : ([
            [0xcc, '>B'],
            [0xcd, '>H'],
            [0xce, '>I'],
            [0xcf, '>Q'],
          ] as const);
    for (const [code, format] of codes) {
      const bits = BigInt(8 * calcsize(format));
      if (n >= 0 ? n < 1n << bits : n >= -(1n << (bits - 1n))) {
        out.append(code);
        out.extend(pack(format, n));
        return;
      }
    }
    throw new PyOverflowError('integer out of range');
  }

  #packExt({ code, data }: ExtType): void {
    if (!(-128 <= code && code <= 127)) throw new PyValueError('code must be from -128 to 127');
    const size = data.length;
    const power = [1, 2, 4, 8, 16].indexOf(size);
    if (power >= 0) this.#buffer.append(0xd4 + power);
    else this.#header(size, null, [0xc7, 0xc8, 0xc9]);
    this.#buffer.extend(pack('b', code).concat(data));
  }

  /** The first bytes of a value with a size: a small size in the code itself, others in 1, 2 or 4 bytes. */
  #header(size: number, fix: Fix, codes: Codes): void {
    if (fix !== null && size < fix[1]) {
      this.#buffer.append(fix[0] | size);
      return;
    }
    for (const [i, format] of (['>B', '>H', '>I'] as const).entries()) {
      const code = codes[i]!;
      if (code !== null && size < 2 ** (8 << i)) {
        this.#buffer.append(code);
        this.#buffer.extend(pack(format, size));
        return;
      }
    }
    throw new PyValueError('object is too large');
  }
}

export function packb(obj: unknown, options: PackerOptions = {}): Bytes {
  return new Packer(options).pack(obj);
}

const NUMBERS: Readonly<Record<number, string>> = {
  0xca: '>f',
  0xcb: '>d',
  0xcc: '>B',
  0xcd: '>H',
  0xce: '>I',
  0xcf: '>Q',
  0xd0: '>b',
  0xd1: '>h',
  0xd2: '>i',
  0xd3: '>q',
};
type Kind = 'bin' | 'ext' | 'str' | 'array' | 'map';
const SIZED: Readonly<Record<number, readonly [Kind, string]>> = {
  0xc4: ['bin', '>B'],
  0xc5: ['bin', '>H'],
  0xc6: ['bin', '>I'],
  0xc7: ['ext', '>B'],
  0xc8: ['ext', '>H'],
  0xc9: ['ext', '>I'],
  0xd9: ['str', '>B'],
  0xda: ['str', '>H'],
  0xdb: ['str', '>I'],
  0xdc: ['array', '>H'],
  0xdd: ['array', '>I'],
  0xde: ['map', '>H'],
  0xdf: ['map', '>I'],
};
const PLAIN: ReadonlyMap<number, null | boolean> = new Map([
  [0xc0, null],
  [0xc2, false],
  [0xc3, true],
]);

export interface UnpackerOptions {
  readonly raw?: boolean;
  readonly use_list?: boolean;
  readonly max_buffer_size?: number;
}

export class Unpacker {
  readonly #raw: boolean;
  readonly #useList: boolean;
  readonly #maxBufferSize: number;
  readonly #buffer = new ByteArray();
  #at = 0;
  #before = 0;

  constructor({ raw = false, use_list = true, max_buffer_size = LARGEST_BUFFER }: UnpackerOptions = {}) {
    this.#raw = raw;
    this.#useList = use_list;
    this.#maxBufferSize = max_buffer_size;
  }

  feed(data: Bytes | ByteArray | MemoryView | Uint8Array): void {
    using view = new MemoryView(data);
    if (this.#buffer.length - this.#at + view.nbytes > this.#maxBufferSize) throw new BufferFull();
    // Delete what was read only here, not after every read.
    this.#buffer.delete(new Slice(null, this.#at));
    this.#before += this.#at;
    this.#at = 0;
    this.#buffer.iadd(view);
  }

  unpack(): unknown {
    const start = this.#at;
    try {
      return this.#unpack(DEEPEST);
    } catch (error) {
      if (error instanceof OutOfData) this.#at = start;
      throw error;
    }
  }

  read_bytes(n: number): Bytes {
    n = Math.min(n, this.#buffer.length - this.#at);
    return this.#take(n);
  }

  tell(): number {
    return this.#before + this.#at;
  }

  #take(n: number): Bytes {
    const end = this.#at + n;
    if (end > this.#buffer.length) throw new OutOfData('more data is needed');
    using view = new MemoryView(this.#buffer);
    using part = view.slice(this.#at, end);
    const taken = new Bytes(part);
    this.#at = end;
    return taken;
  }

  #number(format: string): number | bigint {
    const [value] = unpack(format, this.#take(calcsize(format))) as [number | bigint];
    // 64-bit codes return a bigint. Most are counts and times that fit into a number.
    return typeof value === 'bigint' && BigInt.asIntN(53, value) === value ? Number(value) : value;
  }

  #unpack(depth: number): unknown {
    if (depth < 0) throw new PyValueError('recursion limit exceeded');
    const code = this.#take(1).get(0);
    if (code < 0x80) return code;
    if (code >= 0xe0) return code - 0x100;
    if (PLAIN.has(code)) return PLAIN.get(code);
    if (code in NUMBERS) return this.#number(NUMBERS[code]!);
    let kind: Kind;
    let size: number;
    if (code in SIZED) {
      const [name, format] = SIZED[code]!;
      [kind, size] = [name, Number(this.#number(format))];
    } else if (0xd4 <= code && code <= 0xd8) {
      [kind, size] = ['ext', 1 << (code - 0xd4)];
    } else if (code >= 0xa0) {
      if (code === 0xc1) throw new FormatError(`unused code 0x${code.toString(16).padStart(2, '0')}`);
      [kind, size] = ['str', code & 0x1f];
    } else {
      [kind, size] = [code & 0x10 ? 'array' : 'map', code & 0x0f];
    }
    switch (kind) {
      case 'bin':
        return this.#take(size);
      case 'str':
        return this.#raw ? this.#take(size) : this.#take(size).decode();
      case 'ext':
        return new ExtType(Number(this.#number('b')), this.#take(size));
      case 'array':
        return this.#unpackArray(size, depth);
      case 'map':
        return this.#unpackMap(size, depth);
    }
  }

  #unpackArray(size: number, depth: number): readonly unknown[] {
    const items: unknown[] = [];
    for (let i = 0; i < size; i++) items.push(this.#unpack(depth - 1));
    return this.#useList ? items : Object.freeze(items);
  }

  #unpackMap(size: number, depth: number): Map<unknown, unknown> {
    const result = new Map<unknown, unknown>();
    for (let i = 0; i < size; i++) {
      const key = this.#unpack(depth - 1);
      if (!(typeof key === 'string' || key instanceof Bytes))
        throw new PyValueError(`${nameOfType(key)} is not allowed for map key`);
      result.set(key, this.#unpack(depth - 1));
    }
    return result;
  }
}

/** `type(key).__name__` of an invalid key of a map. */
function nameOfType(key: unknown): string {
  if (key === null) return 'NoneType';
  if (typeof key === 'boolean') return 'bool';
  if (typeof key === 'number') return Number.isInteger(key) ? 'int' : 'float';
  if (typeof key === 'bigint') return 'int';
  if (Array.isArray(key)) return Object.isFrozen(key) ? 'tuple' : 'list';
  return key instanceof Map ? 'dict' : (key as object).constructor.name;
}

export function unpackb(
  packed: Bytes | ByteArray | MemoryView | Uint8Array,
  options: UnpackerOptions = {},
): unknown {
  const unpacker = new Unpacker(options);
  unpacker.feed(packed);
  let value;
  try {
    value = unpacker.unpack();
  } catch (error) {
    if (error instanceof OutOfData) throw new PyValueError('Unpack failed: incomplete input');
    throw error;
  }
  using view = new MemoryView(packed);
  if (unpacker.tell() < view.nbytes) throw new ExtraData(value, unpacker.read_bytes(2 ** 31));
  return value;
}
