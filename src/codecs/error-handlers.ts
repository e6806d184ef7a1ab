/**
 * Python's own error handlers, by name. All but `namereplace`, which needs the names of characters, are here; it
 * registers itself (`all.ts`). Users' handlers are in `error-registry.ts` and are asked first.
 */
import { ByteSink } from '../memory/index.js';
import { PyLookupError, PyTypeError } from '../exceptions/index.js';
import type { DecodeFaults } from './decode-faults.js';
import type { EncodeFaults } from './encode-faults.js';
import { unitsAt } from './text-cursor.js';
import { surrogateAt, surrogateWidth, writeSurrogate } from './surrogates.js';

/** One of Python's own handlers: sets `replacement` and returns the position to go on at. */
export interface BuiltinHandler {
  /** Missing where Python refuses to handle a decode error. */
  decode?(faults: DecodeFaults): number;
  encode(faults: EncodeFaults): number;
}

/** The error of a handler that gets an error of the wrong type. CPython: Python/codecs.c `wrong_exception_type`. */
export function cannotHandle(type: string): PyTypeError {
  return new PyTypeError(`don't know how to handle ${type} in error callback`);
}

/** CPython: Python/codecs.c `PyCodec_StrictErrors`. */
const strict: BuiltinHandler = {
  decode(faults) {
    throw faults.error();
  },
  encode(faults) {
    throw faults.error();
  },
};

/** CPython: Python/codecs.c `PyCodec_IgnoreErrors`. */
const ignore: BuiltinHandler = {
  decode(faults) {
    faults.replacement = '';
    return faults.end;
  },
  encode(faults) {
    faults.replacement = '';
    return faults.end;
  },
};

/** CPython: Python/codecs.c `PyCodec_ReplaceErrors`. */
const replace: BuiltinHandler = {
  decode(faults) {
    faults.replacement = '\ufffd';
    return faults.end;
  },
  encode: (faults) => replaceEach(faults, () => '?'),
};

/** CPython: Python/codecs.c `PyCodec_BackslashReplaceErrors`. */
const backslashreplace: BuiltinHandler = {
  decode(faults) {
    let text = '';
    for (let i = faults.start; i < faults.end; i++) text += backslashed(faults.byteAt(i));
    faults.replacement = text;
    return faults.end;
  },
  encode: (faults) => replaceEach(faults, backslashed),
};

/** CPython: Python/codecs.c `PyCodec_XMLCharRefReplaceErrors`. */
const xmlcharrefreplace: BuiltinHandler = {
  encode: (faults) => replaceEach(faults, (codePoint) => `&#${codePoint};`),
};

/** CPython: Python/codecs.c `PyCodec_SurrogateEscapeErrors`. */
const surrogateescape: BuiltinHandler = {
  decode(faults) {
    let text = '';
    let position = faults.start;
    // CPython replaces four bytes at most and lets the codec call again for the rest.
    while (position < faults.end && text.length < 4) {
      const byte = faults.byteAt(position);
      if (byte < 0x80) break;
      text += String.fromCharCode(0xdc00 + byte);
      position++;
    }
    if (position === faults.start) throw faults.error();
    faults.replacement = text;
    return position;
  },
  encode(faults) {
    const sink = new ByteSink(faults.end - faults.start);
    for (let i = faults.start; i < faults.end; i++) {
      const code = faults.text.charCodeAt(i);
      if (code < 0xdc80 || code > 0xdcff) throw faults.error();
      sink.byte(code - 0xdc00);
    }
    faults.replacement = sink.finish();
    return faults.end;
  },
};

/** CPython: Python/codecs.c `PyCodec_SurrogatePassErrors`. */
const surrogatepass: BuiltinHandler = {
  decode(faults) {
    const width = surrogateWidth(faults.codec);
    const code =
      faults.start + width > faults.length
        ? -1
        : surrogateAt(faults.codec, faults.memory, faults.base + faults.start);
    if (code < 0) throw faults.error();
    faults.replacement = String.fromCharCode(code);
    return faults.start + width;
  },
  encode(faults) {
    const width = surrogateWidth(faults.codec);
    if (width === 0) throw faults.error();
    const sink = new ByteSink((faults.end - faults.start) * width);
    for (let i = faults.start; i < faults.end; i++) {
      const code = faults.text.charCodeAt(i);
      if (code < 0xd800 || code > 0xdfff || unitsAt(faults.text, i) === 2) throw faults.error();
      writeSurrogate(faults.codec, code, sink);
    }
    faults.replacement = sink.finish();
    return faults.end;
  },
};

const handlers = new Map<string, BuiltinHandler>([
  ['strict', strict],
  ['ignore', ignore],
  ['replace', replace],
  ['backslashreplace', backslashreplace],
  ['xmlcharrefreplace', xmlcharrefreplace],
  ['surrogateescape', surrogateescape],
  ['surrogatepass', surrogatepass],
]);

/** Adds one of Python's own handlers; for parts of this package that register it when they are imported. */
export function registerHandler(name: string, handler: BuiltinHandler): void {
  handlers.set(name, handler);
}

/**
 * Python's own handler of a name.
 *
 * @throws PyLookupError `unknown error handler name 'nope'`
 */
export function builtinHandler(name: string): BuiltinHandler {
  const handler = handlers.get(name);
  if (handler !== undefined) return handler;
  throw new PyLookupError(
    name === 'namereplace'
      ? "error handler 'namereplace' is not in pybuffer/core: import 'pybuffer/codecs' to register it"
      : `unknown error handler name '${name}'`,
  );
}

/** Replaces each of the faulty characters. */
export function replaceEach(faults: EncodeFaults, replacement: (codePoint: number) => string): number {
  let text = '';
  for (let i = faults.start; i < faults.end; i += unitsAt(faults.text, i)) {
    text += replacement(faults.text.codePointAt(i)!);
  }
  faults.replacement = text;
  return faults.end;
}

/** `\xe9`, `\u20ac`, `\U0001f600`. */
export function backslashed(codePoint: number): string {
  const hex = codePoint.toString(16);
  if (codePoint > 0xffff) return `\\U${hex.padStart(8, '0')}`;
  return codePoint > 0xff ? `\\u${hex.padStart(4, '0')}` : `\\x${hex.padStart(2, '0')}`;
}
