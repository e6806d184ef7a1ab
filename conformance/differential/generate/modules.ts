// Steps that call functions of the modules binascii, base64 and codecs, mostly with valid data that their
// counterparts wrote, sometimes with one character changed. Callers: index.ts.
import type { Keywords, Step, Value } from '../program.js';
import { ERRORS } from '../vocabulary/contents.js';
import { TEXT_FUNCTIONS } from '../vocabulary/functions.js';
import type { Context } from './context.js';
import { hexOf } from './context.js';

/** Calls such as `binascii.b2a_base64(data, newline=False)`. */
export function moduleStep(c: Context): Step {
  const { choose } = c;
  if (choose.rarely(3)) return pieces(c);
  if (choose.rarely(6)) return checked(c);
  const name = choose.of(Object.keys(TEXT_FUNCTIONS));
  const { args: kinds, keywords } = TEXT_FUNCTIONS[name]!;
  const args = kinds.map((kind) =>
    kind === 'encoded' ? encoded(c) : kind === 'altchars' ? c.fitting(kind) : c.value(kind),
  );
  const kwargs: Record<string, Value> = {};
  for (const [keyword, kind] of Object.entries(keywords)) {
    // Modules written in Python accept anything that behaves like an int or a sequence here; ours need not.
    if (choose.rarely(4)) kwargs[keyword] = kind === 'bool' ? c.value(kind) : c.fitting(kind);
  }
  return call(name, args, kwargs);
}

function call(name: string, args: readonly Value[], kwargs: Keywords = {}): Step {
  return Object.keys(kwargs).length > 0 ? { op: 'call', name, args, kwargs } : { op: 'call', name, args };
}

const ENCODE_OR_DECODE = ['codecs.encode', 'codecs.decode'];
/** Codecs from bytes to bytes, and one from text to text. */
const BINARY = ['hex', 'base64', 'quopri', 'uu', 'rot13', 'hex_codec', 'base64_codec', 'utf-8', 'nope'];

/** Checksums, comparisons, and codecs that the methods of `str` and `bytes` refuse. */
function checked(c: Context): Step {
  const { choose } = c;
  switch (choose.below(4)) {
    case 0:
      return call(choose.of(['zlib.crc32', 'zlib.adler32']), [
        c.value('bytes'),
        ...choose.some(2, () =>
          choose.of<Value>([0, 1, -1, 65536, { i: '4294967295' }, { i: '99999999999999999999' }]),
        ),
      ]);
    case 1:
      return call('hmac.compare_digest', [
        c.value(choose.of(['bytes', 'text'])),
        c.value(choose.of(['bytes', 'text'])),
      ]);
    case 2: {
      const name = choose.of(BINARY);
      return choose.below(2) === 0
        ? { op: 'method', self: c.fitting(choose.of(['literal', 'text'])), name: 'encode', args: [name] }
        : { op: 'method', self: c.fitting('literal'), name: 'decode', args: [name] };
    }
    default:
      return call(choose.of(ENCODE_OR_DECODE), [
        choose.below(2) === 0 ? encoded(c) : c.value(choose.of(['text', 'bytes'])),
        choose.of(BINARY),
        ...choose.some(2, () => choose.of(['strict', 'ignore', 'nope'])),
      ]);
  }
}

/** Data of some encoding, as bytes or text. */
function encoded(c: Context): Value {
  const { choose } = c;
  if (choose.rarely(5)) return c.value('bytes');
  let text = choose.of([
    'QUJD',
    'QUI=',
    'QQ==',
    'QUJDREVGRw==',
    'IFkxJQ==\n',
    '-_-_',
    '+/+/',
    '616263',
    '61:62',
    'fF00',
    'MFRGG===',
    'MFRGGZDF',
    'ME======',
    '87cURD]i,"Ebo80',
    '<~87cUR~>',
    'zzz',
    'VPaz%',
    'HelloWorld',
    '#86)C\n',
    '=41=\nb=3D',
    'a=20b\r\n',
  ]);
  if (choose.rarely(4)) {
    const at = choose.below(text.length + 1);
    text =
      text.slice(0, at) +
      choose.of(['=', ' ', '\n', '!', 'A', '\xff', '']) +
      text.slice(at + choose.below(2));
  }
  return choose.rarely(3) ? text : { b: hexOf(text) };
}

/** A codec with input in pieces. */
function pieces(c: Context): Step {
  const { choose } = c;
  // Each codec refuses other values with a different message.
  const encoding = c.fitting('encoding');
  const errors = choose.rarely(3) ? [choose.rarely(4) ? c.fitting('handler') : choose.of(ERRORS)] : [];
  const stepwise = choose.below(2) === 0;
  const inSteps = (name: string, parts: readonly Value[]) =>
    call(name, [
      encoding,
      errors[0] ?? 'strict',
      { l: parts.map((part, i): Value => ({ t: [part, i === parts.length - 1 && !choose.rarely(4)] })) },
    ]);
  if (choose.below(2) === 0) {
    if (stepwise)
      return inSteps(
        'codecs.encode_in_steps',
        choose.some(4, () => c.fitting('text')),
      );
    return call('codecs.iterencode', [{ l: choose.some(4, () => c.fitting('text')) }, encoding, ...errors]);
  }
  // Adjacent pieces of one content, so that a character may be split between two.
  const { b } = c.fitting('literal') as { b?: string };
  const hex = b ?? 'e282acf09f9880';
  const cut = 2 * choose.below(hex.length / 2 + 1);
  const parts: Value[] = [{ b: hex.slice(0, cut) }, { b: hex.slice(cut) }];
  if (choose.rarely(4)) parts.push(c.fitting('literal'));
  if (stepwise) return inSteps('codecs.decode_in_steps', parts);
  return call('codecs.iterdecode', [{ l: parts }, encoding, ...errors]);
}
