// CPython's warnings: the calls that issue them, their texts, and what a handler may do.
import { b, rb, setWarningHandler } from 'pybuffer';
import type { PyWarning } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { b64decode, urlsafe_b64decode } from 'pybuffer/base64';
import { Struct } from 'pybuffer/struct';

describe('warnings', () => {
  const seen: string[] = [];
  beforeEach(() => {
    seen.length = 0;
    setWarningHandler((warning) => void seen.push(String(warning)));
  });
  afterEach(() => void setWarningHandler(null));

  // Each text was copied from CPython 3.15.2 run with `-W always`.
  test.each<[string, () => unknown, unknown, string[]]>([
    [
      'an escape that is none',
      () => rb`a\d\e`.decode('unicode_escape'),
      'a\\d\\e',
      [
        'DeprecationWarning: "\\d" is an invalid escape sequence. Such sequences will not work in the future. ',
      ],
    ],
    [
      'an octal escape that is too large',
      () => rb`\777\d`.decode('unicode_escape'),
      '\u01ff\\d',
      [
        'DeprecationWarning: "\\777" is an invalid octal escape sequence. Such sequences will not work in the future. ',
      ],
    ],
    ['raw escapes', () => rb`\d`.decode('raw_unicode_escape'), '\\d', []],
    [
      'plus in an alphabet without it',
      () => b64decode('ab+/', '-_'),
      b`i\xbf\xbf`,
      [
        "FutureWarning: invalid character '+' in Base64 data with altchars=b'-_' and validate=False will be discarded in future Python versions",
      ],
    ],
    [
      'slash in strict data',
      () => b64decode('abc/', '-_', { validate: true }),
      b`i\xb7?`,
      [
        "DeprecationWarning: invalid character '/' in Base64 data with altchars=b'-_' and validate=True will be an error in future Python versions",
      ],
    ],
    [
      'plus in URL-safe data',
      () => urlsafe_b64decode('ab+/'),
      b`i\xbf\xbf`,
      [
        "FutureWarning: invalid character '+' in URL-safe Base64 data will be discarded in future Python versions",
      ],
    ],
    [
      'the type code u',
      () => new PyArray('u', 'a').tounicode(),
      'a',
      ["DeprecationWarning: The 'u' type code is deprecated and will be removed in Python 3.16"],
    ],
    [
      'a bool that `__index__` returns',
      () => b`abc`.get({ __index__: () => true }),
      98,
      [
        'DeprecationWarning: dict.__index__() must return an int, not bool.  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.',
      ],
    ],
    [
      'a bool that `__int__` returns',
      () => String(b`%d`.mod({ __int__: () => true })),
      "b'1'",
      [
        'DeprecationWarning: dict.__int__() must return an int, not bool.  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.',
      ],
    ],
    ['an int that `__index__` returns', () => b`abc`.get({ __index__: () => 1 }), 98, []],
    [
      'another format for a Struct',
      () => {
        const struct = new Struct('<I' as string);
        struct.__init__('<H');
        return struct.size;
      },
      2,
      [
        'FutureWarning: Re-initialization of Struct by calling the __init__() method will not work in future Python versions',
      ],
    ],
    [
      'the same format for a Struct',
      () => {
        const struct = new Struct('<I' as string);
        struct.__init__('<I');
        return struct.format;
      },
      '<I',
      [],
    ],
    [
      'a literal with escapes that are none',
      () => b`\d\e`,
      rb`\d\e`,
      [
        'SyntaxWarning: "\\d" is an invalid escape sequence. Such sequences will not work in the future. Did you mean "\\\\d"? A raw string is also an option.',
      ],
    ],
    [
      'a literal with an octal escape that is too large',
      () => b`\777`.get(0),
      255,
      [
        'SyntaxWarning: "\\777" is an invalid octal escape sequence. Such sequences will not work in the future. Did you mean "\\\\777"? A raw string is also an option.',
      ],
    ],
    ['data of its alphabet', () => b64decode('ab-_', '-_'), b`i\xbf\xbf`, []],
  ])('%s', (_name, run, value, warnings) => {
    expect(run()).toEqual(value);
    expect(seen).toEqual(warnings);
  });

  test('without a handler they are dropped', () => {
    expect(setWarningHandler(null)).toEqual(expect.any(Function));
    expect(rb`\d`.decode('unicode_escape')).toBe('\\d');
    expect([seen, setWarningHandler(null)]).toEqual([[], null]);
  });

  test('a handler may throw the warning', () => {
    const before = setWarningHandler((warning: PyWarning) => {
      throw warning;
    });
    expect(typeof before).toBe('function');
    expect(() => rb`\d`.decode('unicode_escape')).toThrow(
      expect.objectContaining({ name: 'DeprecationWarning' }),
    );
  });
});
