/** Template tags for literals of bytes: b`...` and rb`...`, checked as Python checks a literal. */
import { Bytes } from '../bytes/index.js';
import { PySyntaxError, PyTypeError, warn } from '../exceptions/index.js';
import { LENGTH, MEMORY, START, copyBytes, intact } from '../memory/index.js';
import type { Content } from '../memory/index.js';
import { endLease, lease } from '../protocol/index.js';

const ESCAPES: Readonly<Record<string, number>> = {
  '\\': 0x5c,
  "'": 0x27,
  '"': 0x22,
  a: 0x07,
  b: 0x08,
  f: 0x0c,
  n: 0x0a,
  r: 0x0d,
  t: 0x09,
  v: 0x0b,
  // Not Python: the two characters that JavaScript's own syntax requires a template to escape.
  '`': 0x60,
  $: 0x24,
};

function ascii(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code > 0x7f) throw new PySyntaxError('bytes can only contain ASCII literal characters');
  return code;
}

/**
 * Converts the source text of a literal to bytes.
 *
 * CPython: Objects/bytesobject.c `_PyBytes_DecodeEscape2`
 */
function decodeEscapes(source: string): number[] {
  const bytes: number[] = [];
  /** The first invalid escape, about which Python warns. */
  let invalid: [escape: string, kind: string] | null = null;
  for (let i = 0; i < source.length; i++) {
    if (source[i] !== '\\') {
      bytes.push(ascii(source, i));
      continue;
    }
    const next = source[++i]!;
    const simple = Object.hasOwn(ESCAPES, next) ? ESCAPES[next] : undefined;
    if (simple !== undefined) {
      bytes.push(simple);
    } else if (next === '\n') {
      // A backslash at the end of a line joins it with the next.
    } else if (next === 'x') {
      const digits = source.slice(i + 1, i + 3);
      if (!/^[0-9a-fA-F]{2}$/.test(digits)) {
        throw new PySyntaxError(`(value error) invalid \\x escape at position ${i - 1}`);
      }
      bytes.push(parseInt(digits, 16));
      i += 2;
    } else if (next >= '0' && next <= '7') {
      const digits = /^[0-7]{1,3}/.exec(source.slice(i, i + 3))![0];
      if (parseInt(digits, 8) > 0xff) invalid ??= [digits, ' octal'];
      bytes.push(parseInt(digits, 8) & 0xff);
      i += digits.length - 1;
    } else {
      // An unknown escape stays as it is, with its backslash.
      bytes.push(0x5c, ascii(source, i));
      invalid ??= [next, ''];
    }
  }
  if (invalid !== null) warnOfEscape(...invalid);
  return bytes;
}

/** CPython: Parser/string_parser.c `warn_invalid_escape_sequence` */
function warnOfEscape(escape: string, kind: string): void {
  warn(
    'SyntaxWarning',
    `"\\${escape}" is an invalid${kind} escape sequence. Such sequences will not work in the future. Did you mean "\\\\${escape}"? A raw string is also an option.`,
  );
}

function plain(source: string): number[] {
  return Array.from(source, (_, i) => ascii(source, i));
}

function joinParts(parts: readonly number[][], values: readonly unknown[]): Bytes {
  if (values.length === 0) return new Bytes(parts[0]);
  const leases: Content[] = [];
  try {
    for (const value of values) leases.push(lease(value));
    const size = parts.reduce((sum, part) => sum + part.length, 0);
    const out = new Uint8Array(leases.reduce((sum, held) => sum + held[LENGTH], size));
    let at = 0;
    parts.forEach((part, i) => {
      out.set(part, at);
      at += part.length;
      const held = leases[i];
      if (held === undefined) return;
      const end = held[START] + held[LENGTH];
      copyBytes(intact(held[MEMORY], end), held[START], end, out, at);
      at += held[LENGTH];
    });
    return new Bytes(out);
  } finally {
    leases.forEach(endLease);
  }
}

/** A literal in the source is one object, made once, because bytes cannot change. */
const known = new WeakMap<TemplateStringsArray, Bytes>();

function literal(
  strings: TemplateStringsArray | null | undefined,
  values: readonly unknown[],
  decode: (source: string) => number[],
): Bytes {
  if (!Array.isArray(strings?.raw)) throw new PyTypeError('b and rb are tags of templates: write b`...`');
  const before = values.length === 0 ? known.get(strings) : undefined;
  if (before !== undefined) return before;
  const bytes = joinParts(strings.raw.map(decode), values);
  if (values.length === 0) known.set(strings, bytes);
  return bytes;
}

/**
 * A bytes literal with Python's escapes: `\n \r \t \a \b \f \v \\ \' \"`, `\xhh`, octal `\ooo`, and a
 * backslash at the end of a line. Unknown escapes stay as written. Evaluating a literal again returns the
 * same object.
 *
 * Not Python: a backquote and a dollar sign need a backslash, as JavaScript requires; `${value}` inserts the
 * bytes of any bytes-like value.
 *
 * @throws PyTypeError ``b and rb are tags of templates: write b`...` `` when called as a function
 * @throws PySyntaxError `bytes can only contain ASCII literal characters`
 * @throws PySyntaxError `(value error) invalid \x escape at position 0`
 * @throws PyTypeError `a bytes-like object is required, not 'str'` for a substitution of another type
 *
 * @example
 * ```ts
 * b`AB\x00\xff`.repr() // "b'AB\\x00\\xff'"
 * b`\x89PNG`.length // 4
 * ```
 *
 * CPython: Objects/bytesobject.c `_PyBytes_DecodeEscape2`
 */
export function b(strings: TemplateStringsArray, ...values: readonly unknown[]): Bytes {
  return literal(strings, values, decodeEscapes);
}

/**
 * A raw bytes literal: backslashes stand for themselves.
 *
 * @example
 * ```ts
 * rb`\d+`.length // 3
 * ```
 *
 * CPython: Lexical analysis, prefix `rb`
 */
export function rb(strings: TemplateStringsArray, ...values: readonly unknown[]): Bytes {
  return literal(strings, values, plain);
}
