// The literals b`...` and rb`...`: escapes, errors, substitutions, identity.
import { ByteArray, PySyntaxError, PyTypeError, b, rb, setWarningHandler } from 'pybuffer';

test("Python's escapes", () => {
  expect([...b`\\\'\"\a\b\f\n\r\t\v`]).toEqual([92, 39, 34, 7, 8, 12, 10, 13, 9, 11]);
  expect(b`\120\0\1234`.repr()).toBe("b'P\\x00S4'");
  expect(b`\400\777`.repr()).toBe("b'\\x00\\xff'");
  expect(b`\x00\xfF`.repr()).toBe("b'\\x00\\xff'");
  expect(b`\u1234\N{DIGIT ONE}\q\8`.repr()).toBe("b'\\\\u1234\\\\N{DIGIT ONE}\\\\q\\\\8'");
});

test('a backslash at the end of a line joins it with the next', () => {
  expect(
    b`a\
b`.repr(),
  ).toBe("b'ab'");
});

test('characters that JavaScript requires to be escaped represent themselves', () => {
  expect(b`\`\${}`.repr()).toBe("b'`${}'");
});

test('errors are those of the compiler', () => {
  expect(() => b`\x5`).toThrow(new PySyntaxError('(value error) invalid \\x escape at position 0'));
  expect(() => b`ab\xg0`).toThrow(new PySyntaxError('(value error) invalid \\x escape at position 2'));
  expect(() => b`é`).toThrow(new PySyntaxError('bytes can only contain ASCII literal characters'));
  expect(() => b`\é`).toThrow(PySyntaxError);
  expect(() => rb`é`).toThrow(PySyntaxError);
});

test('raw literals keep their backslashes', () => {
  expect(rb`\d+\x00`.repr()).toBe("b'\\\\d+\\\\x00'");
});

test('one literal in the source is one object', () => {
  const make = () => b`same`;
  expect(make()).toBe(make());
  expect(b`other`).not.toBe(make());
});

test('substitutions are bytes-like values', () => {
  expect(b`<${new ByteArray([65])}|${new Uint16Array([0x4241])}>`.repr()).toBe("b'<A|AB>'");
  expect(() => b`${'text'}`).toThrow(new PyTypeError("a bytes-like object is required, not 'str'"));
});

test('each literal warns of its first invalid escape, once', () => {
  const seen: string[] = [];
  const before = setWarningHandler((warning) => void seen.push(String(warning)));
  try {
    void [b`\377\0`, b`ab\q\w`, b`\400`, b`\777\z`, b`\8`, rb`\q\400`];
  } finally {
    setWarningHandler(before);
  }
  const text = (escape: string, kind: string) =>
    `SyntaxWarning: "\\${escape}" is an invalid${kind} escape sequence. Such sequences will not work in the future. Did you mean "\\\\${escape}"? A raw string is also an option.`;
  expect(seen).toEqual([text('q', ''), text('400', ' octal'), text('777', ' octal'), text('8', '')]);
});

test('every escape of ASCII that Python does not know stays, with its backslash', () => {
  const wrong: string[] = [];
  for (let code = 0x20; code < 0x7f; code++) {
    const next = String.fromCharCode(code);
    // Skip the characters that JavaScript requires to be escaped, and Python's own escapes.
    if ('`$'.includes(next) || `\\'"abfnrtvx01234567`.includes(next)) continue;
    const text = `.\\${next}.`;
    const literal = b(Object.assign([text], { raw: [text] }));
    if (literal.decode('latin-1') !== text) wrong.push(`${text} is ${literal.repr()}`);
  }
  expect(wrong).toEqual([]);
});
