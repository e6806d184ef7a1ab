/**
 * The output of a transpiler for sprites.py: each line of Python is one line here, and each operation is one
 * call of `pybuffer/runtime`. The transpiler does not know the types of values, so every operator goes
 * through `operator`.
 */
import { PyTypeError, PyValueError, b } from 'pybuffer';
import {
  PyFloat,
  Slice,
  builtins,
  call,
  callMethod,
  configure,
  getAttribute,
  operator,
  setLifetimePolicy,
  tuple,
} from 'pybuffer/runtime';
import * as struct from 'pybuffer/struct';

const { add, delitem, eq, ge, getitem, gt, iadd, isub, lshift, lt, mod, mul, ne, or_, setitem, truth } =
  operator;
const { bytearray, bytes, iter, len, memoryview, range, repr, str } = builtins;

// Python's floats stay floats, and an unreachable view does not lock its bytearray.
configure({ floats: 'box' });
setLifetimePolicy('detach');

/** A `for` loop of Python over any iterable. */
function* each(iterable: unknown): Generator<unknown> {
  const iterator = iter(iterable);
  for (let step = iterator.next(); step.done !== true; step = iterator.next()) yield step.value;
}

const MAGIC = b`SPR1`;
const HEADER = call(struct.Struct, ['<4sHI']);
const LENGTH = call(struct.Struct, ['<I']);
const SIZE = call(struct.Struct, ['<HHf']);

class FormatError extends PyValueError {
  override name = 'FormatError';
}

function checksum(data: unknown): unknown {
  let [low, high]: unknown[] = [1, 0];
  for (const byte of each(data)) {
    low = mod(add(low, byte), 65521);
    high = mod(add(high, low), 65521);
  }
  return or_(lshift(high, 16), low);
}

function pack_pixels(pixels: unknown): unknown {
  let out: unknown = bytearray();
  let at: unknown = 0;
  while (truth(lt(at, len(pixels)))) {
    let run: unknown = 1;
    while (
      truth(lt(run, 255)) &&
      truth(lt(add(at, run), len(pixels))) &&
      truth(eq(getitem(pixels, add(at, run)), getitem(pixels, at)))
    ) {
      run = iadd(run, 1);
    }
    callMethod(out, 'append', [run]);
    out = iadd(out, getitem(pixels, slice(at, add(at, 1))));
    at = iadd(at, run);
  }
  return bytes(out);
}

function unpack_pixels(packed: unknown, size: unknown): unknown {
  const out = bytearray(size);
  const view = memoryview(out);
  let at: unknown = 0;
  for (const i of each(range(0, len(packed), 2))) {
    const run = getitem(packed, i);
    if (truth(gt(add(at, run), size))) {
      throw new FormatError(`run of ${str(run)} at ${str(at)} of ${str(size)}`);
    }
    setitem(view, slice(at, add(at, run)), mul(getitem(packed, slice(add(i, 1), add(i, 2))), run));
    at = iadd(at, run);
  }
  if (truth(ne(at, size))) {
    throw new FormatError(`${str(at)} pixels of ${str(size)}`);
  }
  return out;
}

class Sprite {
  constructor(
    public name: unknown,
    public width: unknown,
    public height: unknown,
    public scale: unknown,
    public pixels: unknown,
  ) {
    this.pixels = bytearray(pixels);
  }

  __repr__(): string {
    return `<Sprite ${repr(this.name)} ${str(this.width)}x${str(this.height)} *${str(this.scale)}>`;
  }

  grid(): unknown {
    return callMethod(memoryview(this.pixels), 'cast', ['B'], { shape: [this.height, this.width] });
  }

  row(y: unknown): unknown {
    return getitem(memoryview(this.pixels), slice(mul(y, this.width), mul(add(y, 1), this.width)));
  }

  flip(): null {
    for (const y of each(range(this.height))) {
      const row = callMethod(this, 'row', [y]);
      setitem(row, slice(null, null), bytes(getitem(row, slice(null, null, -1))));
    }
    return null;
  }

  encode(): unknown {
    let body: unknown = bytearray();
    callMethod(body, 'append', [len(this.name)]);
    body = iadd(body, this.name);
    const at = len(body);
    callMethod(body, 'resize', [add(at, getAttribute(SIZE, 'size'))]);
    callMethod(SIZE, 'pack_into', [body, at, this.width, this.height, this.scale]);
    body = iadd(body, pack_pixels(this.pixels));
    return add(callMethod(LENGTH, 'pack', [len(body)]), body);
  }
}

function decode(body: unknown): unknown {
  const end = add(1, getitem(body, 0));
  const name = bytes(getitem(body, slice(1, end)));
  const [width, height, scale] = each(callMethod(SIZE, 'unpack_from', [body, end]));
  const packed = bytes(getitem(body, slice(add(end, getAttribute(SIZE, 'size')), null)));
  return new Sprite(name, width, height, scale, unpack_pixels(packed, mul(width, height)));
}

export function write(sprites: unknown): unknown {
  const body = callMethod(b``, 'join', [[...each(sprites)].map((sprite) => callMethod(sprite, 'encode'))]);
  return add(callMethod(HEADER, 'pack', [MAGIC, len(sprites), checksum(body)]), body);
}

export function read(data: unknown): unknown {
  const manager = memoryview(data);
  const view = callMethod(manager, '__enter__');
  try {
    const [magic, count, check] = each(callMethod(HEADER, 'unpack_from', [view]));
    if (truth(ne(magic, MAGIC))) {
      throw new FormatError(`magic ${repr(magic)}`);
    }
    let at = getAttribute(HEADER, 'size');
    if (truth(ne(checksum(getitem(view, slice(at, null))), check))) {
      throw new FormatError('checksum');
    }
    const sprites: unknown[] = [];
    for (const _ of each(range(count))) {
      const [length] = each(callMethod(LENGTH, 'unpack_from', [view, at]));
      at = iadd(at, getAttribute(LENGTH, 'size'));
      sprites.push(decode(getitem(view, slice(at, add(at, length)))));
      at = iadd(at, length);
    }
    return sprites;
  } finally {
    callMethod(manager, '__exit__', [null, null, null]);
  }
}

class Stream {
  fifo: unknown = bytearray();
  left: unknown = -1;

  feed(piece: unknown): unknown {
    this.fifo = iadd(this.fifo, piece);
    const sprites: unknown[] = [];
    if (truth(lt(this.left, 0)) && truth(ge(len(this.fifo), getAttribute(HEADER, 'size')))) {
      this.left = getitem(callMethod(HEADER, 'unpack_from', [this.fifo]), 1);
      delitem(this.fifo, slice(null, getAttribute(HEADER, 'size')));
    }
    while (truth(gt(this.left, 0)) && truth(ge(len(this.fifo), getAttribute(LENGTH, 'size')))) {
      const end = add(
        getAttribute(LENGTH, 'size'),
        getitem(callMethod(LENGTH, 'unpack_from', [this.fifo]), 0),
      );
      if (truth(lt(len(this.fifo), end))) {
        break;
      }
      sprites.push(decode(getitem(memoryview(this.fifo), slice(getAttribute(LENGTH, 'size'), end))));
      delitem(this.fifo, slice(null, end));
      this.left = isub(this.left, 1);
    }
    return sprites;
  }
}

export function main(data: unknown): string[] {
  const lines: string[] = [];
  const sprites = read(data);
  for (const sprite of each(sprites)) {
    lines.push(repr(sprite));
    lines.push(
      add(
        '  ',
        callMethod(getAttribute(sprite, 'pixels'), 'hex', [' ', getAttribute(sprite, 'width')]),
      ) as string,
    );
  }
  const grid = callMethod(getitem(sprites, 0), 'grid');
  lines.push(
    `${str(getAttribute(grid, 'shape'))} ${str(getAttribute(grid, 'strides'))} ` +
      `${str(getitem(grid, tuple(1, 2)))} ${str(callMethod(grid, 'tolist'))}`,
  );
  lines.push(`same ${str(eq(write(sprites), data))}`);

  const stream = new Stream();
  for (const at of each(range(0, len(data), 7))) {
    for (const sprite of each(callMethod(stream, 'feed', [getitem(data, slice(at, add(at, 7)))]))) {
      lines.push(`at ${str(at)}: ${repr(sprite)}`);
    }
  }

  for (const sprite of each(sprites)) {
    callMethod(sprite, 'flip');
  }
  const flipped = write(sprites);
  lines.push(
    `${str(len(flipped))} ${str(checksum(flipped))} ` +
      `${str(callMethod(getitem(flipped, slice(null, 14)), 'hex', ['-']))}`,
  );

  for (const broken of each(
    tuple(
      add(b`PNG`, getitem(data, slice(3, null))),
      getitem(data, slice(null, -1)),
      getitem(data, slice(null, 9)),
      add(getitem(data, slice(null, -1)), b`\xff`),
    ),
  )) {
    try {
      read(broken);
    } catch (error) {
      if (!(error instanceof FormatError || error instanceof struct.error)) throw error;
      lines.push(`${error.name}: ${error.message}`);
    }
  }
  try {
    setitem(getAttribute(getitem(sprites, 0), 'name'), 0, 0);
  } catch (error) {
    if (!(error instanceof PyTypeError)) throw error;
    lines.push(`TypeError: ${error.message}`);
  }
  return lines;
}

export function example(): unknown {
  return write([
    new Sprite(b`arrow`, 4, 3, new PyFloat(1.0), bytes([0, 0, 9, 0, 9, 9, 9, 9, 0, 0, 9, 0])),
    new Sprite(callMethod('schnörkel', 'encode'), 3, 2, new PyFloat(0.25), bytes(range(6))),
    new Sprite(b``, 20, 15, new PyFloat(2.0), mul(b`\x07`, 300)),
  ]);
}

/** Python's `start:stop:step`. */
function slice(start: unknown, stop: unknown, step: unknown = null): Slice {
  return new Slice(start as number, stop as number, step as number);
}
