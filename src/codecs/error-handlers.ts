/**
 * Python's own error handlers, by name. `namereplace`, which needs the names of characters, registers itself
 * (`all.ts`); all others are here. Users' handlers are in `error-registry.ts` and take precedence.
 */
import { ByteSink } from '../memory/index.js';
import { PyLookupError, PyTypeError } from '../exceptions/index.js';
import type { BuiltinHandler, EncodeFault } from './fault.js';
import { unitsAt } from './text-cursor.js';
import { surrogateAt, surrogateWidth, writeSurrogate } from './surrogates.js';

/**
 * The error of a handler that gets an error of the wrong type.
 *
 * CPython: Python/codecs.c `wrong_exception_type`.
 */
export function cannotHandle(type: string): PyTypeError {
  return new PyTypeError(`don't know how to handle ${type} in error callback`);
}

/** CPython: Python/codecs.c `PyCodec_StrictErrors`. */
const strict: BuiltinHandler = {
  decode(fault) {
    throw fault.error();
  },
  encode(fault) {
    throw fault.error();
  },
};

/** CPython: Python/codecs.c `PyCodec_IgnoreErrors`. */
const ignore: BuiltinHandler = {
  decode(fault) {
    fault.replacement = '';
    return fault.end;
  },
  encode(fault) {
    fault.replacement = '';
    return fault.end;
  },
};

/** CPython: Python/codecs.c `PyCodec_ReplaceErrors`. */
const replace: BuiltinHandler = {
  decode(fault) {
    fault.replacement = '\ufffd';
    return fault.end;
  },
  encode: (fault) => replaceEach(fault, () => '?'),
};

/** CPython: Python/codecs.c `PyCodec_BackslashReplaceErrors`. */
const backslashreplace: BuiltinHandler = {
  decode(fault) {
    let text = '';
    for (let i = fault.start; i < fault.end; i++) text += backslashed(fault.byteAt(i));
    fault.replacement = text;
    return fault.end;
  },
  encode: (fault) => replaceEach(fault, backslashed),
};

/** CPython: Python/codecs.c `PyCodec_XMLCharRefReplaceErrors`. */
const xmlcharrefreplace: BuiltinHandler = {
  encode: (fault) => replaceEach(fault, (codePoint) => `&#${codePoint};`),
};

/** CPython: Python/codecs.c `PyCodec_SurrogateEscapeErrors`. */
const surrogateescape: BuiltinHandler = {
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
    for (let i = fault.start; i < fault.end; i++) {
      const code = fault.text.charCodeAt(i);
      if (code < 0xdc80 || code > 0xdcff) throw fault.error();
      sink.byte(code - 0xdc00);
    }
    fault.replacement = sink.finish();
    return fault.end;
  },
};

/** CPython: Python/codecs.c `PyCodec_SurrogatePassErrors`. */
const surrogatepass: BuiltinHandler = {
  decode(fault) {
    const width = surrogateWidth(fault.codec);
    const code =
      fault.start + width > fault.length
        ? -1
        : surrogateAt(fault.codec, fault.memory, fault.base + fault.start);
    if (code < 0) throw fault.error();
    fault.replacement = String.fromCharCode(code);
    return fault.start + width;
  },
  encode(fault) {
    const width = surrogateWidth(fault.codec);
    if (width === 0) throw fault.error();
    const sink = new ByteSink((fault.end - fault.start) * width);
    for (let i = fault.start; i < fault.end; i++) {
      const code = fault.text.charCodeAt(i);
      if (code < 0xd800 || code > 0xdfff || unitsAt(fault.text, i) === 2) throw fault.error();
      writeSurrogate(fault.codec, code, sink);
    }
    fault.replacement = sink.finish();
    return fault.end;
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

/** Adds one of Python's own handlers, for parts of this package that register it when they are imported. */
export function registerHandler(name: string, handler: BuiltinHandler): void {
  handlers.set(name, handler);
}

/**
 * Returns Python's own handler of a name.
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
export function replaceEach(fault: EncodeFault, replacement: (codePoint: number) => string): number {
  let text = '';
  for (let i = fault.start; i < fault.end; i += unitsAt(fault.text, i)) {
    text += replacement(fault.text.codePointAt(i)!);
  }
  fault.replacement = text;
  return fault.end;
}

/** `\xe9`, `\u20ac`, `\U0001f600`. */
export function backslashed(codePoint: number): string {
  const hex = codePoint.toString(16);
  if (codePoint > 0xffff) return `\\U${hex.padStart(8, '0')}`;
  return codePoint > 0xff ? `\\u${hex.padStart(4, '0')}` : `\\x${hex.padStart(2, '0')}`;
}
