/**
 * A hand-written port of sprites.py to `pybuffer`. Python's reference counts would release its views; here
 * `using` does, at the end of the block.
 */
import { ByteArray, Bytes, MemoryView, PyValueError, Slice, b, repr } from 'pybuffer';
import type { BytesLike } from 'pybuffer';
import { Struct, error as StructError } from 'pybuffer/struct';

const MAGIC = b`SPR1`;
const HEADER = new Struct('<4sHI');
const LENGTH = new Struct('<I');
const SIZE = new Struct('<HHf');

class FormatError extends PyValueError {
  override name = 'FormatError';
}

function checksum(data: Iterable<number>): number {
  let low = 1;
  let high = 0;
  for (const byte of data) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return high * 65536 + low;
}

function packPixels(pixels: ByteArray): Bytes {
  const out = new ByteArray();
  let at = 0;
  while (at < pixels.length) {
    const byte = pixels.get(at);
    let run = 1;
    while (run < 255 && at + run < pixels.length && pixels.get(at + run) === byte) run++;
    out.append(run);
    out.append(byte);
    at += run;
  }
  return new Bytes(out);
}

function unpackPixels(packed: Bytes, size: number): ByteArray {
  const out = new ByteArray(size);
  using view = new MemoryView(out);
  let at = 0;
  for (let i = 0; i < packed.length; i += 2) {
    const run = packed.get(i);
    if (at + run > size) throw new FormatError(`run of ${run} at ${at} of ${size}`);
    using target = view.slice(at, at + run);
    target.set(new Slice(), packed.slice(i + 1, i + 2).repeat(run));
    at += run;
  }
  if (at !== size) throw new FormatError(`${at} pixels of ${size}`);
  return out;
}

class Sprite {
  readonly pixels: ByteArray;

  constructor(
    readonly name: Bytes,
    readonly width: number,
    readonly height: number,
    readonly scale: number,
    pixels: BytesLike,
  ) {
    this.pixels = new ByteArray(pixels);
  }

  toString(): string {
    const scale = Number.isInteger(this.scale) ? this.scale.toFixed(1) : this.scale;
    return `<Sprite ${this.name} ${this.width}x${this.height} *${scale}>`;
  }

  grid(): MemoryView {
    using view = new MemoryView(this.pixels);
    return view.cast('B', { shape: [this.height, this.width] });
  }

  flip(): void {
    using pixels = new MemoryView(this.pixels);
    for (let y = 0; y < this.height; y++) {
      using row = pixels.slice(y * this.width, (y + 1) * this.width);
      using reversed = row.slice(null, null, -1);
      row.set(new Slice(), new Bytes(reversed));
    }
  }

  encode(): Bytes {
    const body = new ByteArray();
    body.append(this.name.length);
    body.iadd(this.name);
    const at = body.length;
    body.resize(at + SIZE.size);
    SIZE.pack_into(body, at, this.width, this.height, this.scale);
    body.iadd(packPixels(this.pixels));
    return LENGTH.pack(body.length).concat(body);
  }
}

function decode(body: MemoryView): Sprite {
  const end = 1 + body.get(0);
  using nameView = body.slice(1, end);
  const [width, height, scale] = SIZE.unpack_from(body, end);
  using packedView = body.slice(end + SIZE.size);
  const pixels = unpackPixels(new Bytes(packedView), width * height);
  return new Sprite(new Bytes(nameView), width, height, scale, pixels);
}

export function write(sprites: readonly Sprite[]): Bytes {
  const body = b``.join(sprites.map((sprite) => sprite.encode()));
  return HEADER.pack(MAGIC, sprites.length, checksum(body)).concat(body);
}

export function read(data: BytesLike): Sprite[] {
  using view = new MemoryView(data);
  const [magic, count, check] = HEADER.unpack_from(view);
  if (!magic.equals(MAGIC)) throw new FormatError(`magic ${magic}`);
  let at = HEADER.size;
  using rest = view.slice(at);
  if (checksum(rest) !== check) throw new FormatError('checksum');
  const sprites: Sprite[] = [];
  for (let i = 0; i < count; i++) {
    const [length] = LENGTH.unpack_from(view, at);
    at += LENGTH.size;
    using body = view.slice(at, at + length);
    sprites.push(decode(body));
    at += length;
  }
  return sprites;
}

/** Reads a sheet in pieces of any size, and returns each sprite once it is complete. */
class Stream {
  readonly #fifo = new ByteArray();
  #left = -1;

  feed(piece: BytesLike): Sprite[] {
    const fifo = this.#fifo;
    fifo.iadd(piece);
    const sprites: Sprite[] = [];
    if (this.#left < 0 && fifo.length >= HEADER.size) {
      this.#left = HEADER.unpack_from(fifo)[1];
      fifo.delete(new Slice(null, HEADER.size));
    }
    while (this.#left > 0 && fifo.length >= LENGTH.size) {
      const end = LENGTH.size + LENGTH.unpack_from(fifo)[0];
      if (fifo.length < end) break;
      {
        using view = new MemoryView(fifo);
        using body = view.slice(LENGTH.size, end);
        sprites.push(decode(body));
      }
      fifo.delete(new Slice(null, end));
      this.#left--;
    }
    return sprites;
  }
}

export function main(data: Bytes): string[] {
  const lines: string[] = [];
  const sprites = read(data);
  for (const sprite of sprites) {
    lines.push(`${sprite}`, `  ${sprite.pixels.hex(' ', sprite.width)}`);
  }
  {
    using grid = sprites[0]!.grid();
    lines.push(`${repr(grid.shape)} ${repr(grid.strides)} ${grid.get(1, 2)} ${repr(grid.tolist())}`);
  }
  lines.push(`same ${repr(write(sprites).equals(data))}`);

  const stream = new Stream();
  for (let at = 0; at < data.length; at += 7) {
    for (const sprite of stream.feed(data.slice(at, at + 7))) lines.push(`at ${at}: ${sprite}`);
  }

  for (const sprite of sprites) sprite.flip();
  const flipped = write(sprites);
  lines.push(`${flipped.length} ${checksum(flipped)} ${flipped.slice(0, 14).hex('-')}`);

  const cut = data.slice(0, -1);
  for (const broken of [b`PNG`.concat(data.slice(3)), cut, data.slice(0, 9), cut.concat(b`\xff`)]) {
    try {
      read(broken);
    } catch (error) {
      if (!(error instanceof FormatError || error instanceof StructError)) throw error;
      lines.push(`${error.name}: ${error.message}`);
    }
  }
  // sprites.py then tries to write to a name, which is bytes; TypeScript refuses that, because there is no `set`.
  return lines;
}

export function example(): Bytes {
  return write([
    new Sprite(b`arrow`, 4, 3, 1, new Bytes([0, 0, 9, 0, 9, 9, 9, 9, 0, 0, 9, 0])),
    new Sprite(new Bytes('schnörkel', 'utf-8'), 3, 2, 0.25, new Bytes([0, 1, 2, 3, 4, 5])),
    new Sprite(b``, 20, 15, 2, b`\x07`.repeat(300)),
  ]);
}
