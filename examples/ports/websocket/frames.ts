/** WebSocket frames (RFC 6455): writes and masks them, and reads them from a stream in pieces. */
import { createHash } from 'node:crypto';
import { ByteArray, Bytes, MemoryView, PyException, PyValueError, Slice, b } from 'pybuffer';
import { b64encode } from 'pybuffer/base64';
import { calcsize, pack, unpack_from } from 'pybuffer/struct';

const GUID = b`258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
const LARGEST_CONTROL = 125;

export const Opcode = { CONT: 0x0, TEXT: 0x1, BINARY: 0x2, CLOSE: 0x8, PING: 0x9, PONG: 0xa } as const;

const OPCODES: ReadonlySet<number> = new Set(Object.values(Opcode));

/** The other side violated the protocol; the code is for the close frame. */
export class ProtocolError extends PyException {
  constructor(
    message: string,
    readonly code = 1002,
  ) {
    super(message);
  }
}

export class Frame {
  constructor(
    readonly opcode: number,
    readonly data: Bytes,
    readonly fin = true,
    readonly rsv = 0,
  ) {}
}

export class Message {
  constructor(
    readonly opcode: number,
    readonly data: Bytes | string,
  ) {}
}

const CLOSE_CODES = new Set([1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014]);

/** A server's answer to a client's Sec-WebSocket-Key. */
export function accept_key(key: string): string {
  const digest = createHash('sha1').update(new Bytes(key, 'ascii').concat(GUID).toUint8Array()).digest();
  return b64encode(digest).decode('ascii');
}

export function apply_mask(data: Bytes | ByteArray | MemoryView<number>, mask: Bytes): Bytes {
  if (mask.length !== 4) throw new PyValueError('mask must contain 4 bytes');
  // Fills one result: a generator of numbers would be ten times slower.
  const masked = new Uint8Array(data.length);
  for (let i = 0; i < masked.length; i++) masked[i] = data.get(i) ^ mask.get(i % 4);
  return new Bytes(masked);
}

/** A frame as bytes; clients pass a mask of 4 bytes. */
export function serialize(frame: Frame, mask: Bytes | null = null): Bytes {
  check(frame);
  const masked = mask !== null ? 0x80 : 0;
  const head = (frame.fin ? 0x80 : 0) | (frame.rsv << 4) | frame.opcode;
  const size = frame.data.length;
  let out: Bytes;
  if (size < 126) out = pack('!BB', head, masked | size);
  else if (size < 65536) out = pack('!BBH', head, masked | 126, size);
  else out = pack('!BBQ', head, masked | 127, size);
  if (mask === null) return out.concat(frame.data);
  return out.concat(mask).concat(apply_mask(frame.data, mask));
}

/** Raises for a frame that neither side may send. */
function check(frame: Frame): void {
  if (frame.rsv !== 0) throw new ProtocolError('reserved bits must be 0');
  if (!OPCODES.has(frame.opcode)) throw new ProtocolError('invalid opcode');
  if (frame.opcode & 0x8) {
    if (frame.data.length > LARGEST_CONTROL) throw new ProtocolError('control frame too long');
    if (!frame.fin) throw new ProtocolError('fragmented control frame');
  }
}

export function serialize_close(code: number, reason = ''): Bytes {
  checkClose(code);
  const data = pack('!H', code).concat(new Bytes(reason, 'utf-8'));
  if (data.length > LARGEST_CONTROL) throw new ProtocolError('control frame too long');
  return data;
}

/** The code and the reason of a close frame's data. */
export function parse_close(data: Bytes): readonly [number, string] {
  if (data.length === 0) return [1005, ''];
  if (data.length < 2) throw new ProtocolError('close frame too short');
  const [code] = unpack_from('!H', data) as [number];
  checkClose(code);
  return [code, data.slice(2).decode()];
}

function checkClose(code: number): void {
  if (!(CLOSE_CODES.has(code) || (3000 <= code && code < 5000)))
    throw new ProtocolError(`invalid close status code: ${code}`);
}

/** Parses bytes into frames. */
export class Parser {
  readonly mask: boolean;
  readonly max_size: number;
  readonly buffer = new ByteArray();

  constructor({ mask, max_size = 2 ** 20 }: { mask: boolean; max_size?: number }) {
    this.mask = mask;
    this.max_size = max_size;
  }

  feed(data: Bytes | ByteArray | MemoryView | Uint8Array): void {
    this.buffer.iadd(data);
  }

  /** The next frame, or null until it is complete. */
  next_frame(): Frame | null {
    const { buffer } = this;
    if (buffer.length < 2) return null;
    const [head, second] = unpack_from('!BB', buffer) as [number, number];
    if (Boolean(second & 0x80) !== this.mask) throw new ProtocolError('incorrect masking');
    let at = 2;
    let size: number | bigint = second & 0x7f;
    if (size >= 126) {
      const format = size === 126 ? '!H' : '!Q';
      if (buffer.length < at + calcsize(format)) return null;
      [size] = unpack_from(format, buffer, at) as [number | bigint];
      at += calcsize(format);
    }
    // A bigint from '!Q': below max_size it is a number.
    if (size > this.max_size)
      throw new ProtocolError(`over size limit (${size} > ${this.max_size} bytes)`, 1009);
    size = Number(size);
    let key: Bytes | null = null;
    if (this.mask) {
      key = new Bytes(buffer.slice(at, at + 4));
      at += 4;
    }
    if (buffer.length < at + size) return null;
    const data = take(buffer, at, at + size, key);
    buffer.delete(new Slice(null, at + size));
    const frame = new Frame(head & 0x0f, data, Boolean(head & 0x80), (head >> 4) & 0x7);
    check(frame);
    return frame;
  }
}

/** A separate function, so that its views end before the buffer shrinks. */
function take(buffer: ByteArray, start: number, end: number, key: Bytes | null): Bytes {
  using view = new MemoryView(buffer);
  using part = view.slice(start, end);
  return key !== null ? apply_mask(part, key) : new Bytes(part);
}

/** Assembles the frames of a message. */
export class Assembler {
  opcode: number | null = null;
  parts: Bytes[] = [];

  /** The message that a frame completes, or null; each control frame is a message. */
  add(frame: Frame): Message | null {
    if (frame.opcode & 0x8) return new Message(frame.opcode, frame.data);
    if (frame.opcode === Opcode.CONT) {
      if (this.opcode === null) throw new ProtocolError('unexpected continuation frame');
    } else if (this.opcode !== null) {
      throw new ProtocolError('expected a continuation frame');
    } else {
      this.opcode = frame.opcode;
    }
    this.parts.push(frame.data);
    if (!frame.fin) return null;
    const data = b``.join(this.parts);
    const opcode = this.opcode!;
    this.opcode = null;
    this.parts = [];
    return new Message(opcode, opcode === Opcode.TEXT ? data.decode() : data);
  }
}
