/** `iterencode` and `iterdecode` keep the codec's state between pieces and end it, as in CPython 3.15. */
import { Bytes } from 'pybuffer';
import * as codecs from 'pybuffer/codecs';
import 'pybuffer/codecs-cjk';
import { builtins } from 'pybuffer/runtime';
import { pythonOf } from '../../python-of.js';

const TEXTS = ['a日', '', '本', '\u304b', 'b'];
const ALL = "['a', '日', '本', 'b', '\\x1b', '+']";

test.each([
  ['utf-7', "[b'a+ZeU-', b'+Zyw-', b'+MEs-', b'b']"],
  ['iso2022_jp', "[b'a\\x1b$BF|', b'K\\\\', b'$+', b'\\x1b(Bb']"],
  ['utf-16', "[b'\\xff\\xfea\\x00\\xe5e', b',g', b'K0', b'b\\x00']"],
  ['hz', "[b'a~{HU', b'1>', b'$+', b'~}b']"],
  ['utf-8-sig', "[b'\\xef\\xbb\\xbfa\\xe6\\x97\\xa5', b'\\xe6\\x9c\\xac', b'\\xe3\\x81\\x8b', b'b']"],
  ['euc_jis_2004', "[b'a\\xc6\\xfc', b'\\xcb\\xdc', b'\\xa4\\xabb']"],
  ['latin-1', "[b'a', b'b']"],
])('iterencode in %s', (encoding, expected) => {
  expect(pythonOf(() => builtins.list(codecs.iterencode(TEXTS, encoding, 'ignore')))).toBe(expected);
});

test('iterencode ends with what the encoder still holds', () => {
  const last = (encoding: string, text: string) =>
    pythonOf(() => builtins.list(codecs.iterencode([text], encoding)));
  expect(last('iso2022_jp', '日')).toBe("[b'\\x1b$BF|', b'\\x1b(B']");
  expect(last('euc_jis_2004', '\u304b')).toBe("[b'\\xa4\\xab']");
  expect(last('hz', '日')).toBe("[b'~{HU', b'~}']");
});

test.each([
  ['utf-7', "['a', '日本', 'b', '\\x1b']"],
  ['iso2022_jp', "['a', '日', '本', 'b', '\\x1b+']"],
  ['hz', ALL],
  ['utf-8-sig', ALL],
  ['euc_jis_2004', ALL],
  ['utf-8', ALL],
])('iterdecode in %s', (encoding, expected) => {
  const data = codecs.encode('a日本b', encoding);
  const pieces = [...data].map((byte) => new Bytes([byte]));
  pieces.push(new Bytes([0x1b]), new Bytes([0x2b]));
  expect(pythonOf(() => builtins.list(codecs.iterdecode(pieces, encoding, 'replace')))).toBe(expected);
});

test('the value that a codec converts is required', () => {
  const { encode, decode } = codecs as unknown as Record<string, (...args: unknown[]) => unknown>;
  expect(pythonOf(() => encode!())).toBe("TypeError: encode() missing required argument 'obj' (pos 1)");
  expect(pythonOf(() => decode!())).toBe("TypeError: decode() missing required argument 'obj' (pos 1)");
  expect(pythonOf(() => encode!(undefined, 'ascii'))).toBe(
    "TypeError: encode() missing required argument 'obj' (pos 1)",
  );
});

test.each([
  ['iterencode', () => (codecs.iterencode as (...args: unknown[]) => unknown)()],
  ['iterdecode', () => (codecs.iterdecode as (...args: unknown[]) => unknown)()],
])('%s names the arguments that it lacks', (name, call) => {
  expect(call).toThrow(`${name}() missing 2 required positional arguments: 'iterator' and 'encoding'`);
});
