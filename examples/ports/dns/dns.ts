/** DNS messages (RFC 1035): names with compression, questions, records, whole messages both ways. */
import { ByteArray, Bytes, BytesMap, MemoryView, PyValueError, b, repr } from 'pybuffer';
import { calcsize, pack, pack_into, unpack_from } from 'pybuffer/struct';

export const [A, NS, CNAME, SOA, MX, TXT, AAAA] = [1, 2, 5, 6, 15, 16, 28];
export const IN = 1;

export interface Question {
  readonly name: string;
  readonly type: number;
  readonly cls: number;
}

export interface Mail {
  readonly preference: number;
  readonly exchange: string;
}

export interface Authority {
  readonly mname: string;
  readonly rname: string;
  readonly serial: number;
  readonly refresh: number;
  readonly retry: number;
  readonly expire: number;
  readonly minimum: number;
}

export type Data = string | Mail | Authority | readonly Bytes[] | Bytes;

export interface Record {
  readonly name: string;
  readonly type: number;
  readonly cls: number;
  readonly ttl: number;
  readonly data: Data;
}

export interface Message {
  readonly id: number;
  readonly flags: number;
  readonly questions: readonly Question[];
  readonly answers: readonly Record[];
  readonly authorities: readonly Record[];
  readonly additional: readonly Record[];
}

/** The message is malformed, or a message cannot contain the value. */
export class DNSError extends PyValueError {}

/** A message that grows. A name that it already contains is written as a pointer. */
export class Writer {
  readonly buffer = new ByteArray();
  readonly names = new BytesMap<number>();

  pack(format: string, ...values: readonly number[]): void {
    this.buffer.extend(pack(format, ...values));
  }

  name(name: string): void {
    const labels = split_name(name);
    while (labels.length > 0) {
      const key = b`.`.join(labels).lower();
      const known = this.names.get(key);
      if (known !== undefined) {
        this.pack('!H', 0xc000 | known);
        return;
      }
      // A pointer has 14 bits.
      if (this.buffer.length < 0x4000) this.names.set(key, this.buffer.length);
      const label = labels.shift()!;
      this.buffer.append(label.length);
      this.buffer.extend(label);
    }
    this.buffer.append(0);
  }

  question({ name, type, cls }: Question): void {
    this.name(name);
    this.pack('!HH', type, cls);
  }

  record({ name, type, cls, ttl, data }: Record): void {
    this.name(name);
    this.pack('!HHIH', type, cls, ttl, 0);
    const start = this.buffer.length;
    this.data(type, data);
    const size = this.buffer.length - start;
    if (size > 0xffff) throw new DNSError('record too long');
    pack_into('!H', this.buffer, start - 2, size);
  }

  data(type: number, data: Data): void {
    switch (type) {
      case A:
        this.buffer.extend((data as string).split('.').map(Number));
        break;
      case AAAA:
        this.buffer.extend(Bytes.fromhex((data as string).replaceAll(':', '')));
        break;
      case NS:
      case CNAME:
        this.name(data as string);
        break;
      case MX:
        this.pack('!H', (data as Mail).preference);
        this.name((data as Mail).exchange);
        break;
      case TXT:
        for (const text of data as readonly Bytes[]) {
          if (text.length > 255) throw new DNSError('text too long');
          this.buffer.append(text.length);
          this.buffer.extend(text);
        }
        break;
      case SOA: {
        const { mname, rname, serial, refresh, retry, expire, minimum } = data as Authority;
        this.name(mname);
        this.name(rname);
        this.pack('!5I', serial, refresh, retry, expire, minimum);
        break;
      }
      default:
        this.buffer.extend(data as Bytes);
    }
  }
}

/** The labels of a name as bytes. */
export function split_name(name: string): Bytes[] {
  if (name === '' || name === '.') return [];
  const isAscii = /^[\x00-\x7f]*$/.test(name);
  const labels = new Bytes(name.replace(/\.$/, ''), isAscii ? 'ascii' : 'idna').split(b`.`);
  for (const label of labels) {
    if (label.length === 0) throw new DNSError(`empty label in ${repr(name)}`);
    if (label.length > 63) throw new DNSError(`label too long in ${repr(name)}`);
  }
  const total = labels.reduce((sum, label) => sum + label.length, 0);
  if (total + labels.length > 254) throw new DNSError('name too long');
  return labels;
}

/** A message as bytes. */
export function build(message: Message): Bytes {
  const writer = new Writer();
  const { id, flags, questions, answers, authorities, additional } = message;
  const records = [answers, authorities, additional];
  writer.pack('!6H', id, flags, questions.length, ...records.map((section) => section.length));
  for (const question of questions) writer.question(question);
  for (const section of records) for (const record of section) writer.record(record);
  return new Bytes(writer.buffer);
}

/** A place in a message. */
export class Reader implements Disposable {
  readonly data: MemoryView<number>;
  at = 0;

  constructor(data: Bytes | ByteArray | Uint8Array) {
    this.data = new MemoryView(data);
  }

  [Symbol.dispose](): void {
    this.data.release();
  }

  unpack(format: string): number[] {
    const size = calcsize(format);
    if (this.at + size > this.data.length) throw new DNSError('message is cut off');
    const values = unpack_from(format, this.data, this.at) as readonly number[];
    this.at += size;
    return [...values];
  }

  take(size: number): Bytes {
    if (this.at + size > this.data.length) throw new DNSError('message is cut off');
    this.at += size;
    using part = this.data.slice(this.at - size, this.at);
    return new Bytes(part);
  }

  name(): string {
    const labels: Bytes[] = [];
    let after: number | null = null;
    let limit = this.at;
    for (;;) {
      const [size] = this.unpack('B') as [number];
      if (size >= 0xc0) {
        this.at--;
        const [pointer] = this.unpack('!H') as [number];
        after ??= this.at;
        // Only backwards, or a name might never end.
        if ((pointer & 0x3fff) >= limit) throw new DNSError('compression pointer does not point back');
        this.at = limit = pointer & 0x3fff;
      } else if (size > 63) {
        throw new DNSError(`bad label type 0x${size.toString(16).padStart(2, '0')}`);
      } else if (size === 0) {
        break;
      } else {
        labels.push(this.take(size));
      }
    }
    if (after !== null) this.at = after;
    return `${labels.map((label) => label.decode('ascii', 'backslashreplace')).join('.')}.`;
  }

  question(): Question {
    const name = this.name();
    const [type, cls] = this.unpack('!HH') as [number, number];
    return { name, type, cls };
  }

  record(): Record {
    const name = this.name();
    const [type, cls, ttl, size] = this.unpack('!HHIH') as [number, number, number, number];
    const end = this.at + size;
    const data = this.value(type, size);
    if (this.at !== end) throw new DNSError(`record data has ${size} bytes, not ${this.at - end + size}`);
    return { name, type, cls, ttl, data };
  }

  value(type: number, size: number): Data {
    if (type === A && size === 4) return [...this.take(4)].join('.');
    if (type === AAAA && size === 16) return this.take(16).hex(':', 2);
    if (type === NS || type === CNAME) return this.name();
    if (type === MX) {
      const [preference] = this.unpack('!H') as [number];
      return { preference, exchange: this.name() };
    }
    if (type === TXT) {
      const end = this.at + size;
      const texts: Bytes[] = [];
      while (this.at < end) texts.push(this.take(this.unpack('B')[0]!));
      return texts;
    }
    if (type === SOA) {
      const [mname, rname] = [this.name(), this.name()];
      const [serial, refresh, retry, expire, minimum] = this.unpack('!5I') as [
        number,
        number,
        number,
        number,
        number,
      ];
      return { mname, rname, serial, refresh, retry, expire, minimum };
    }
    return this.take(size);
  }
}

/** Reads a message. */
export function parse(data: Bytes | ByteArray | Uint8Array): Message {
  using reader = new Reader(data);
  const [id, flags, ...counts] = reader.unpack('!6H') as [number, number, number, number, number, number];
  const times = <T>(count: number, read: () => T): T[] => Array.from({ length: count }, read);
  const questions = times(counts[0], () => reader.question());
  const [answers, authorities, additional] = counts
    .slice(1)
    .map((count) => times(count, () => reader.record()));
  if (reader.at !== reader.data.length) throw new DNSError(`${reader.data.length - reader.at} extra bytes`);
  return { id, flags, questions, answers: answers!, authorities: authorities!, additional: additional! };
}
