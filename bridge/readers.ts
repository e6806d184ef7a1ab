// Reads the arguments of calls, and results of callbacks, from the flat list that crossed. Callers: host.ts and
// python-objects.ts.
import { Ellipsis, NotImplemented, PyComplex, PyFloat, Slice } from '../src/python/index.js';
import type { Bridge, Reader, SignatureReader } from './bridge.js';
import { floatOfBits } from './float-bits.js';

/**
 * Compiles signatures: a letter says how a value is encoded in the flat list, brackets enclose the items of
 * tuples and lists. README.md lists the letters.
 */
export class Readers implements SignatureReader {
  /** The position of the next value in the flat list. */
  private at = 0;

  constructor(private readonly host: Bridge) {}

  /** Reads all values of a call. */
  read(readers: readonly Reader[], flat: readonly unknown[]): unknown[] {
    this.at = 0;
    const values: unknown[] = new Array(readers.length);
    for (let i = 0; i < readers.length; i++) values[i] = readers[i]!(flat);
    return values;
  }

  /** Reads the one value of a signature. */
  readOne(signature: string, flat: readonly unknown[]): unknown {
    return this.read(this.compile(signature), flat)[0];
  }

  /** Reads the items of a long list or tuple, which are in a separate flat list. */
  private nested(signature: string, flat: readonly unknown[]): unknown[] {
    const at = this.at;
    const values = this.read(this.compile(signature), flat);
    this.at = at;
    return values;
  }

  compile(signature: string): Reader[] {
    const { handles, objects } = this.host;
    const readers: Reader[] = [];
    let i = 0;
    const many = (end: string): Reader[] => {
      const items: Reader[] = [];
      while (signature[i] !== end) items.push(one());
      i++;
      return items;
    };
    const one = (): Reader => {
      const code = signature[i++];
      switch (code) {
        case 'v':
          return (flat) => flat[this.at++];
        case 'n':
          return () => null;
        case 'f':
          return (flat) => new PyFloat(flat[this.at++] as number);
        case 'q':
          return (flat) => new PyFloat(floatOfBits(flat[this.at++] as string));
        case 'x':
          return (flat) => new PyComplex(flat[this.at++] as number, flat[this.at++] as number);
        case 'X':
          return (flat) =>
            new PyComplex(floatOfBits(flat[this.at++] as string), floatOfBits(flat[this.at++] as string));
        case 'h':
          return (flat) => handles.get(flat[this.at++] as number).value;
        case 'o':
          return (flat) =>
            this.host.runtime.standIn(objects.make(flat[this.at++] as number, flat[this.at++] as number));
        case 'L':
          return (flat) => objects.list(flat[this.at++] as number);
        case 'A':
        case 'U':
          return (flat) => {
            const values = this.nested(flat[this.at++] as string, flat[this.at++] as readonly unknown[]);
            return code === 'U' ? Object.freeze(values) : values;
          };
        case '#':
        case '%': {
          const items = many(')');
          return (flat) => {
            const id = flat[this.at++] as number;
            const type = code === '%' ? (flat[this.at++] as number) : undefined;
            return objects.tuple(
              id,
              items.map((item) => item(flat)),
              type,
            );
          };
        }
        case 'J':
          return (flat) => JSON.parse(flat[this.at++] as string) as unknown;
        case 'T':
          return (flat) => Object.freeze(JSON.parse(flat[this.at++] as string));
        case '.':
          return () => Ellipsis;
        case '!':
          return () => NotImplemented;
        case 's': {
          const [start, stop, step] = [one(), one(), one()];
          return (flat) => new Slice(start(flat) as null, stop(flat) as null, step(flat) as null);
        }
        case '(':
        case '[': {
          const items = many(code === '(' ? ')' : ']');
          return (flat) => {
            const values = items.map((item) => item(flat));
            return code === '(' ? Object.freeze(values) : values;
          };
        }
        default:
          throw new Error(`unknown code ${code} in ${signature}`);
      }
    };
    while (i < signature.length) readers.push(one());
    return readers;
  }
}
