/**
 * PNG images: chunks, filters, pixels. Reads every bit depth and color type, without interlace; writes with
 * one filter for all rows.
 */
import { deflateSync, inflateSync } from 'node:zlib';
import { ByteArray, Bytes, MemoryView, PyValueError, b } from 'pybuffer';
import { pack, unpack, unpack_from } from 'pybuffer/struct';
import { crc32 } from 'pybuffer/zlib';

const SIGNATURE = b`\x89PNG\r\n\x1a\n`;
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

/** Rows of packed samples, as in the file after undoing its filters; a palette with 3 bytes per color, or null. */
export interface Image {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly color: number;
  readonly rows: readonly Bytes[];
  readonly palette: Bytes | null;
}

/** The file is not a PNG, or is malformed. */
export class FormatError extends PyValueError {}

/** A chunk is malformed. */
export class ChunkError extends FormatError {}

/** A chunk as written in a file. */
export function chunk(kind: Bytes, data: Bytes = b``): Bytes {
  const body = kind.concat(data);
  return pack('>I', data.length)
    .concat(body)
    .concat(pack('>I', crc32(body)));
}

const hex8 = (value: number): string => `0x${value.toString(16).toUpperCase().padStart(8, '0')}`;

/** The chunks of a file: pairs of kind and content. */
export function chunks(data: Bytes | ByteArray | MemoryView | Uint8Array): (readonly [Bytes, Bytes])[] {
  using view = new MemoryView(data);
  using start = view.slice(0, 8);
  if (!start.equals(SIGNATURE)) throw new FormatError('not a PNG file');
  let at = 8;
  const found: (readonly [Bytes, Bytes])[] = [];
  while (at < view.length) {
    if (view.length - at < 12) throw new ChunkError('chunk is cut off');
    const [size, kind] = unpack_from('>I4s', view, at) as [number, Bytes];
    if (view.length - at - 12 < size) throw new ChunkError(`chunk ${kind.decode('latin-1')} is cut off`);
    using body = view.slice(at + 4, at + 8 + size);
    const [crc] = unpack_from('>I', view, at + 8 + size) as [number];
    const met = crc32(body);
    if (met !== crc)
      throw new ChunkError(`checksum error in ${kind.decode('latin-1')} chunk: ${hex8(met)} != ${hex8(crc)}`);
    found.push([kind, new Bytes(body).slice(4)]);
    at += 12 + size;
  }
  return found;
}

/** The neighbor nearest to left + up - corner. */
export function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/** Undoes the filter of a row in place. `step` is the number of bytes per pixel, at least 1. */
export function unfilter(kind: number, line: ByteArray, previous: ByteArray | Bytes, step: number): void {
  if (kind === 1) {
    for (let i = step; i < line.length; i++) line.set(i, (line.get(i) + line.get(i - step)) & 0xff);
  } else if (kind === 2) {
    for (let i = 0; i < previous.length; i++) line.set(i, (line.get(i) + previous.get(i)) & 0xff);
  } else if (kind === 3) {
    for (let i = 0; i < previous.length; i++) {
      const left = i >= step ? line.get(i - step) : 0;
      line.set(i, (line.get(i) + ((left + previous.get(i)) >> 1)) & 0xff);
    }
  } else if (kind === 4) {
    for (let i = 0; i < previous.length; i++) {
      const [left, corner] = i >= step ? [line.get(i - step), previous.get(i - step)] : [0, 0];
      line.set(i, (line.get(i) + paeth(left, previous.get(i), corner)) & 0xff);
    }
  } else if (kind !== 0) {
    throw new FormatError(`invalid filter type ${kind}`);
  }
}

/** A filtered row, preceded by the filter's kind. */
export function filter_row(kind: number, line: Bytes, previous: Bytes, step: number): Bytes {
  const out = new ByteArray([kind]);
  for (let i = 0; i < line.length; i++) {
    const [left, corner] = i >= step ? [line.get(i - step), previous.get(i - step)] : [0, 0];
    const up = previous.get(i);
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind]!;
    out.append((line.get(i) - guess) & 0xff);
  }
  return new Bytes(out);
}

function rowSize(width: number, depth: number, color: number): number {
  return Math.floor((width * depth * CHANNELS[color]! + 7) / 8);
}

/** Reads a file. */
export function read(data: Bytes | ByteArray | MemoryView | Uint8Array): Image {
  let header: Header | null = null;
  let palette: Bytes | null = null;
  const content: Bytes[] = [];
  for (const [kind, body] of chunks(data)) {
    if (header === null) {
      if (!kind.equals(b`IHDR`)) throw new FormatError('the first chunk is not IHDR');
      header = readHeader(body);
    } else if (kind.equals(b`PLTE`)) {
      if (body.length % 3) throw new FormatError('PLTE chunk has a length that is no multiple of 3');
      palette = body;
    } else if (kind.equals(b`IDAT`)) {
      content.push(body);
    } else if (kind.equals(b`IEND`)) {
      break;
    } else if (!(kind.get(0) & 0x20)) {
      throw new FormatError(`unknown critical chunk ${kind.decode('latin-1')}`);
    }
  }
  if (header === null) throw new FormatError('there is no IHDR chunk');
  const [width, height, depth, color] = header;
  if (color === 3 && palette === null) throw new FormatError('there is no PLTE chunk');
  const size = rowSize(width, depth, color);
  const raw = new Bytes(inflateSync(b``.join(content).toUint8Array()));
  if (raw.length !== height * (size + 1))
    throw new FormatError(`the image has ${raw.length} bytes, not ${height * (size + 1)}`);
  const step = Math.max(1, Math.floor((depth * CHANNELS[color]!) / 8));
  let previous = new ByteArray(size);
  const rows: Bytes[] = [];
  for (let at = 0; at < raw.length; at += size + 1) {
    const line = new ByteArray(raw.slice(at + 1, at + 1 + size));
    unfilter(raw.get(at), line, previous, step);
    rows.push(new Bytes(line));
    previous = line;
  }
  return { width, height, depth, color, rows, palette };
}

type Header = readonly [width: number, height: number, depth: number, color: number];

function readHeader(body: Bytes): Header {
  if (body.length !== 13) throw new FormatError('IHDR chunk has incorrect length');
  const [width, height, depth, color, compression, filtering, interlace] = unpack('>IIBBBBB', body) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (!(width && height)) throw new FormatError('width and height must not be 0');
  checkDepth(depth, color);
  if (compression || filtering) throw new FormatError('unknown compression or filter method');
  if (interlace) throw new FormatError('interlaced images are not read');
  return [width, height, depth, color];
}

function checkDepth(depth: number, color: number): void {
  if (!(DEPTHS[color] ?? []).includes(depth))
    throw new FormatError(`invalid depth ${depth} for color type ${color}`);
}

export interface WriteOptions {
  readonly filter?: number;
  readonly level?: number;
  readonly limit?: number;
}

/** An image as a file. `limit` is the largest content of an IDAT chunk. */
export function write(image: Image, { filter = 0, level = -1, limit = 2 ** 16 }: WriteOptions = {}): Bytes {
  checkDepth(image.depth, image.color);
  const size = rowSize(image.width, image.depth, image.color);
  const step = Math.max(1, Math.floor((image.depth * CHANNELS[image.color]!) / 8));
  const raw = new ByteArray();
  let previous = new Bytes(size);
  for (const [number, row] of image.rows.entries()) {
    if (row.length !== size) throw new PyValueError(`row ${number} has ${row.length} bytes, not ${size}`);
    raw.extend(filter_row(filter, row, previous, step));
    previous = row;
  }
  using memory = raw.asUint8Array();
  const packed = new Bytes(deflateSync(memory, { level }));
  const header = pack('>IIBBBBB', image.width, image.height, image.depth, image.color, 0, 0, 0);
  const out = [SIGNATURE, chunk(b`IHDR`, header)];
  if (image.palette !== null) out.push(chunk(b`PLTE`, image.palette));
  for (let at = 0; at < packed.length; at += limit) out.push(chunk(b`IDAT`, packed.slice(at, at + limit)));
  out.push(chunk(b`IEND`));
  return b``.join(out);
}

/** The samples of a row as ints, including padding at its end. */
export function samples(row: Bytes, depth: number): number[] {
  if (depth === 16) {
    const values: number[] = [];
    for (let i = 0; i < row.length; i += 2) values.push((row.get(i) << 8) | row.get(i + 1));
    return values;
  }
  if (depth === 8) return [...row];
  const mask = (1 << depth) - 1;
  const values: number[] = [];
  for (const byte of row)
    for (let shift = 8 - depth; shift >= 0; shift -= depth) values.push((byte >> shift) & mask);
  return values;
}
