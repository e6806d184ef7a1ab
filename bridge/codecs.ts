/**
 * Python's module `codecs` over the bridge: the operations of `pybridge/codec_module.py` on the library's
 * codecs, and the codecs that Python code registers, in the library's form. Callers are `operate.ts` and
 * `host.ts`.
 */
import { Bytes } from '../src/bytes/index.js';
import { registerCompressor } from '../src/codecs-binary.js';
import * as codecs from '../src/codecs.js';
import { PYTHON_ID } from './bridge.js';
import type { Bridge } from './bridge.js';
import { PythonFunction, PythonObject } from './crossing.js';
import { Operation } from './tags.js';

/** The classes of a codec that Python code makes instances of. */
type Part = 'incrementalencoder' | 'incrementaldecoder' | 'streamreader' | 'streamwriter';
type Instance = Record<string, (...args: unknown[]) => unknown>;

/**
 * Carries out one operation.
 *
 * @param subject the name of a codec; an instance of one of its classes for `call` and `get`
 */
export function callCodecs(operation: string, subject: unknown, args: readonly unknown[]): unknown {
  const encoding = subject as string;
  switch (operation) {
    case 'lookup': {
      const info = codecs.lookup(encoding);
      return PYTHON_ID in info ? info : Object.freeze([info.name, info.isTextEncoding]);
    }
    case 'encode':
      return codecs.encode(args[0], encoding, args[1] as string);
    case 'decode':
      return codecs.decode(args[0], encoding, args[1] as string);
    case 'encoder':
      return codecs.getencoder(encoding)(args[0] as never, args[1] as string);
    case 'decoder':
      return codecs.getdecoder(encoding)(args[0] as never, args[1] as string);
    case 'new': {
      const [part, ...given] = args as [Part, ...never[]];
      return new (codecs.lookup(encoding)[part] as new (...given: never[]) => object)(...given);
    }
    case 'call': {
      const [method, ...given] = args as [string, ...unknown[]];
      return (subject as Instance)[method]!(...given);
    }
    case 'set':
      (subject as Record<string, unknown>)[args[0] as string] = args[1];
      return null;
    case 'get':
      return (subject as Record<string, unknown>)[args[0] as string];
    default:
      throw new Error(`unknown operation ${operation}`);
  }
}

/** The class of codecs, which has no special methods. */
const CODEC = { name: 'CodecInfo', full: 'codecs.CodecInfo', methods: new Map(), isExporter: false };

/** One of Python's codecs, which returns to Python as the same object. */
class PythonCodec extends codecs.CodecInfo {
  readonly [PYTHON_ID]: PythonObject;

  constructor(name: string, isTextEncoding: boolean, id: number, { runtime }: Bridge) {
    const call = runtime.callable(new PythonFunction(Operation.CALL_CODEC, id));
    const convert = (direction: number) => (input: unknown, errors: unknown) =>
      call(direction, input, errors) as never;
    super({ name, isTextEncoding, encode: convert(0), decode: convert(1) });
    this[PYTHON_ID] = new PythonObject(id, CODEC);
  }
}

/** The search functions that Python code registers. */
export class PythonCodecs {
  readonly #searches = new Map<number, codecs.SearchFunction>();

  constructor(private readonly host: Bridge) {}

  register(search: number): void {
    const call = this.host.runtime.callable(new PythonFunction(Operation.SEARCH_CODEC, search));
    const find: codecs.SearchFunction = (name) => {
      const found = call(name);
      if (!Array.isArray(found)) return found as null;
      return new PythonCodec(name, found[1] as boolean, found[0] as number, this.host);
    };
    this.#searches.set(search, find);
    codecs.registerCodec(find);
  }

  /** @param functions Python's functions `compress` and `decompress`, as a tuple */
  registerCompressor(name: 'bz2', functions: number): void {
    const call = this.host.runtime.callable(new PythonFunction(Operation.CALL_CODEC, functions));
    const run =
      (direction: number) =>
      (data: Uint8Array): Uint8Array =>
        (call(direction, new Bytes(data)) as Bytes).toUint8Array();
    registerCompressor(name, { compress: run(0), decompress: run(1) });
  }

  unregister(search: number): void {
    codecs.unregisterCodec(this.#searches.get(search)!);
    this.#searches.delete(search);
  }
}
