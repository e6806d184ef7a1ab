/**
 * The error handlers of this process, by name. Python's usual ones are always here, `all.ts` registers its
 * others, and users' handlers (`registerError`) replace them. `DecodeFaults` and `EncodeFaults` look them up.
 */
import { ByteSink } from '../memory/index.js';
import { PyLookupError, PyTypeError, backslashed } from '../exceptions/index.js';
import type { DecodeFault, EncodeFault, FaultHandler } from './fault.js';
import { writeEscaped } from './surrogates.js';
import { unitsAt } from './text-cursor.js';

/**
 * The error of a handler that receives an error of the wrong type.
 *
 * CPython: Python/codecs.c `wrong_exception_type`.
 */
export function cannotHandle(type: string): PyTypeError {
  return new PyTypeError(`don't know how to handle ${type} in error callback`);
}

/** CPython: Python/codecs.c `PyCodec_StrictErrors`. */
const strict: FaultHandler = { decode: raise, encode: raise };

function raise(fault: DecodeFault | EncodeFault): never {
  throw fault.error();
}

/** CPython: Python/codecs.c `PyCodec_IgnoreErrors`. */
const ignore: FaultHandler = { decode: skip, encode: skip };

function skip(fault: DecodeFault | EncodeFault): number {
  fault.replacement = '';
  return fault.end;
}

/** CPython: Python/codecs.c `PyCodec_ReplaceErrors`. */
const replace: FaultHandler = {
  decode(fault) {
    fault.replacement = '\ufffd';
    return fault.end;
  },
  encode: (fault) => replaceEach(fault, () => '?'),
};

/** CPython: Python/codecs.c `PyCodec_BackslashReplaceErrors`. */
const backslashreplace: FaultHandler = {
  decode(fault) {
    let text = '';
    for (let i = fault.start; i < fault.end; i++) text += backslashed(fault.byteAt(i));
    fault.replacement = text;
    return fault.end;
  },
  encode: (fault) => replaceEach(fault, backslashed),
};

/** CPython: Python/codecs.c `PyCodec_XMLCharRefReplaceErrors`. */
const xmlcharrefreplace: FaultHandler = {
  encode: (fault) => replaceEach(fault, (codePoint) => `&#${codePoint};`),
};

/** CPython: Python/codecs.c `PyCodec_SurrogateEscapeErrors`. */
const surrogateescape: FaultHandler = {
  decode(fault) {
    let text = '';
    let position = fault.start;
    // CPython replaces at most four bytes and lets the codec call again for the rest.
    while (position < fault.end && text.length < 4) {
      const byte = fault.byteAt(position);
      if (byte < 0x80) break;
      text += String.fromCharCode(0xdc00 + byte);
      position++;
    }
    if (position === fault.start) throw fault.error();
    fault.replacement = text;
    return position;
  },
  encode(fault) {
    const sink = new ByteSink(fault.end - fault.start);
    if (writeEscaped(fault.text, fault.start, fault.end, sink) < fault.end) throw fault.error();
    fault.replacement = sink.finish();
    return fault.end;
  },
};

const handlers = new Map<string, FaultHandler>([
  ['strict', strict],
  ['ignore', ignore],
  ['replace', replace],
  ['backslashreplace', backslashreplace],
  ['xmlcharrefreplace', xmlcharrefreplace],
  ['surrogateescape', surrogateescape],
]);

/** Handlers that `all.ts` registers. */
const IN_CODECS = ['namereplace', 'surrogatepass'];

/** Sets the handler of a name and replaces any other. */
export function setHandler(name: string, handler: FaultHandler): void {
  handlers.set(name, handler);
}

/** Adds Python's own handlers from a part, unless users have registered others under these names. */
export function registerHandlers(own: Readonly<Record<string, FaultHandler>>): void {
  for (const [name, handler] of Object.entries(own)) {
    if (!handlers.has(name)) handlers.set(name, handler);
  }
}

/** Whether `strict` raises, because nobody has registered another handler under that name. */
export function strictRaises(): boolean {
  return handlers.get('strict') === strict;
}

/**
 * The handler of a name.
 *
 * @throws PyLookupError `unknown error handler name 'nope'`
 */
export function findHandler(name: string): FaultHandler {
  const handler = handlers.get(name);
  if (handler !== undefined) return handler;
  throw new PyLookupError(
    IN_CODECS.includes(name)
      ? `error handler '${name}' is not in pybuffer/core: import 'pybuffer/codecs' to register it`
      : `unknown error handler name '${name}'`,
  );
}

/** Replaces each faulty character. */
export function replaceEach(fault: EncodeFault, replacement: (codePoint: number) => string): number {
  let text = '';
  for (let i = fault.start; i < fault.end; i += unitsAt(fault.text, i)) {
    text += replacement(fault.text.codePointAt(i)!);
  }
  fault.replacement = text;
  return fault.end;
}
