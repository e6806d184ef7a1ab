// The examples of bytes and bytearray in CPython's stdtypes.rst, each with the identifier that
// coverage.test.ts counts.
import { ByteArray, Bytes, Slice, b } from 'pybuffer';
import { BytesIO } from 'pybuffer/io';
import { example, raises, shows } from './example.js';

describe('Doc/library/stdtypes.rst', () => {
  describe('Bytes Objects', () => {
    example('STD-E001', 'constructor forms', () => {
      shows(new Bytes(10), "b'\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00'");
      shows(
        new Bytes(Array(20).keys()),
        "b'\\x00\\x01\\x02\\x03\\x04\\x05\\x06\\x07\\x08\\t\\n\\x0b\\x0c\\r\\x0e\\x0f\\x10\\x11\\x12\\x13'",
      );
      shows(new Bytes(new ByteArray(b`xy`)), "b'xy'");
    });
    example('STD-E002', 'an index returns an int, a slice of length 1 returns bytes', () => {
      const value = b`abc`;
      shows(value.get(0), '97');
      shows(value.slice(0, 1), "b'a'");
    });
    example('STD-E003', 'repr is a literal', () => {
      shows(new Bytes([46, 46, 46]), "b'...'");
      shows([...b`...`], '[46, 46, 46]');
    });
    example('STD-E004', 'bytes.fromhex', () => {
      shows(Bytes.fromhex('2Ef0 F1f2  '), "b'.\\xf0\\xf1\\xf2'");
    });
    example('STD-E005', 'bytes.hex', () => {
      shows(b`\xf0\xf1\xf2`.hex(), "'f0f1f2'");
    });
    example('STD-E006', 'bytes.hex with separators', () => {
      const value = b`\xf0\xf1\xf2`;
      shows(value.hex('-'), "'f0-f1-f2'");
      shows(value.hex('_', 2), "'f0_f1f2'");
      shows(b`UUDDLRLRAB`.hex(' ', -4), "'55554444 4c524c52 4142'");
    });
  });

  describe('Bytearray Objects', () => {
    example('STD-E007', 'constructor forms', () => {
      shows(new ByteArray(), "bytearray(b'')");
      shows(new ByteArray(10), "bytearray(b'\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00')");
      shows(new ByteArray(Array(20).keys()).length, '20');
      shows(new ByteArray(b`Hi!`), "bytearray(b'Hi!')");
    });
    example('STD-E008', 'an index returns an int, a slice of length 1 a bytearray', () => {
      const value = new ByteArray([46, 46, 46]);
      shows(value.get(0), '46');
      shows(value.slice(0, 1), "bytearray(b'.')");
      shows(value, "bytearray(b'...')");
      shows([...value], '[46, 46, 46]');
    });
    example('STD-E009', 'bytearray.fromhex', () => {
      shows(ByteArray.fromhex('2Ef0 F1f2  '), "bytearray(b'.\\xf0\\xf1\\xf2')");
    });
    example('STD-E010', 'bytearray.hex', () => {
      shows(new ByteArray(b`\xf0\xf1\xf2`).hex(), "'f0f1f2'");
    });
    example('STD-E011', 'resize: shrinking deletes the tail', () => {
      const value = new ByteArray(b`abcd`);
      value.resize(2);
      shows(value, "bytearray(b'ab')");
    });
    example('STD-E012', 'resize: shrink and grow', () => {
      const shrink = new ByteArray(b`abc`);
      shrink.resize(1);
      shows(shrink, "bytearray(b'a')");
      shows(shrink.length, '1');
      const grow = new ByteArray(b`abc`);
      grow.resize(5);
      shows(grow, "bytearray(b'abc\\x00\\x00')");
      shows(grow.length, '5');
    });
  });

  describe('Bytes and Bytearray Operations', () => {
    example('STD-E013', 'str arguments are refused', () => {
      shows('abc'.replace('a', 'f'), "'fbc'");
      shows(b`abc`.replace(b`a`, b`f`), "b'fbc'");
      raises(
        () => b`abc`.replace('a' as never, b`f`),
        'TypeError',
        "a bytes-like object is required, not 'str'",
      );
    });
    example('STD-E014', 'removeprefix', () => {
      shows(b`TestHook`.removeprefix(b`Test`), "b'Hook'");
      shows(b`BaseTestCase`.removeprefix(b`Test`), "b'BaseTestCase'");
    });
    example('STD-E015', 'removesuffix', () => {
      shows(b`MiscTests`.removesuffix(b`Tests`), "b'Misc'");
      shows(b`TmpDirMixin`.removesuffix(b`Tests`), "b'TmpDirMixin'");
    });
    example('STD-E016', 'membership', () => {
      shows(b`Python`.includes(b`Py`), 'True');
    });
    example('STD-E017', 'translate that only deletes', () => {
      shows(b`read this short text`.translate(null, b`aeiou`), "b'rd ths shrt txt'");
    });
    example('STD-E018', 'lstrip', () => {
      shows(b`   spacious   `.lstrip(), "b'spacious   '");
      shows(b`www.example.com`.lstrip(b`cmowz.`), "b'example.com'");
    });
    example('STD-E019', 'lstrip and removeprefix', () => {
      shows(b`Arthur: three!`.lstrip(b`Arthur: `), "b'ee!'");
      shows(b`Arthur: three!`.removeprefix(b`Arthur: `), "b'three!'");
    });
    example('STD-E020', 'rstrip', () => {
      shows(b`   spacious   `.rstrip(), "b'   spacious'");
      shows(b`mississippi`.rstrip(b`ipz`), "b'mississ'");
    });
    example('STD-E021', 'rstrip and removesuffix', () => {
      shows(b`Monty Python`.rstrip(b` Python`), "b'M'");
      shows(b`Monty Python`.removesuffix(b` Python`), "b'Monty'");
    });
    example('STD-E022', 'strip', () => {
      shows(b`   spacious   `.strip(), "b'spacious'");
      shows(b`www.example.com`.strip(b`cmowz.`), "b'example'");
    });
    example('STD-E023', 'consecutive delimiters', () => {
      shows(b`1,,2`.split(b`,`), "[b'1', b'', b'2']");
    });
    example('STD-E024', 'splitting nothing', () => {
      shows(b``.split(b`,`), "[b'']");
      shows(new ByteArray(b``).split(b`,`), "[bytearray(b'')]");
    });
    example('STD-E025', 'split with a separator', () => {
      shows(b`1,2,3`.split(b`,`), "[b'1', b'2', b'3']");
      shows(b`1,2,3`.split(b`,`, { maxsplit: 1 }), "[b'1', b'2,3']");
      shows(b`1,2,,3,`.split(b`,`), "[b'1', b'2', b'', b'3', b'']");
      shows(b`1<>2<>3<4`.split(b`<>`), "[b'1', b'2', b'3<4']");
    });
    example('STD-E026', 'split on whitespace', () => {
      shows(b`1 2 3`.split(), "[b'1', b'2', b'3']");
      shows(b`1 2 3`.split({ maxsplit: 1 }), "[b'1', b'2 3']");
      shows(b`   1   2   3   `.split(), "[b'1', b'2', b'3']");
    });
    example('STD-E027', 'expandtabs', () => {
      shows(b`01\t012\t0123\t01234`.expandtabs(), "b'01      012     0123    01234'");
      shows(b`01\t012\t0123\t01234`.expandtabs(4), "b'01  012 0123    01234'");
    });
    example('STD-E028', 'isalnum', () => {
      shows(b`ABCabc1`.isalnum(), 'True');
      shows(b`ABC abc1`.isalnum(), 'False');
    });
    example('STD-E029', 'isalpha', () => {
      shows(b`ABCabc`.isalpha(), 'True');
      shows(b`ABCabc1`.isalpha(), 'False');
    });
    example('STD-E030', 'isdigit', () => {
      shows(b`1234`.isdigit(), 'True');
      shows(b`1.23`.isdigit(), 'False');
    });
    example('STD-E031', 'islower', () => {
      shows(b`hello world`.islower(), 'True');
      shows(b`Hello world`.islower(), 'False');
    });
    example('STD-E032', 'istitle', () => {
      shows(b`Hello World`.istitle(), 'True');
      shows(b`Hello world`.istitle(), 'False');
    });
    example('STD-E033', 'isupper', () => {
      shows(b`HELLO WORLD`.isupper(), 'True');
      shows(b`Hello world`.isupper(), 'False');
    });
    example('STD-E034', 'lower', () => {
      shows(b`Hello World`.lower(), "b'hello world'");
    });
    example('STD-E035', 'upper', () => {
      shows(b`Hello World`.upper(), "b'HELLO WORLD'");
    });
    example('STD-E036', 'swapcase', () => {
      shows(b`Hello World`.swapcase(), "b'hELLO wORLD'");
    });
    example('STD-E037', 'splitlines', () => {
      shows(b`ab c\n\nde fg\rkl\r\n`.splitlines(), "[b'ab c', b'', b'de fg', b'kl']");
      shows(
        b`ab c\n\nde fg\rkl\r\n`.splitlines({ keepends: true }),
        "[b'ab c\\n', b'\\n', b'de fg\\r', b'kl\\r\\n']",
      );
    });
    example('STD-E038', 'splitlines is not split', () => {
      shows([b``.split(b`\n`), b`Two lines\n`.split(b`\n`)], "[[b''], [b'Two lines', b'']]");
      shows([b``.splitlines(), b`One line\n`.splitlines()], "[[], [b'One line']]");
    });
    example('STD-E039', 'title', () => {
      shows(b`Hello world`.title(), "b'Hello World'");
    });
    example('STD-E040', 'title: apostrophes part words', () => {
      shows(b`they're bill's friends from the UK`.title(), 'b"They\'Re Bill\'S Friends From The Uk"');
    });
    example('STD-E041', "title: the workaround, with JavaScript's regular expressions", () => {
      const titled = b`they're bill's friends.`
        .decode('latin-1')
        .replace(/[A-Za-z]+('[A-Za-z]+)?/g, (word) => {
          const found = new Bytes(word, 'latin-1');
          return found.slice(0, 1).upper().concat(found.slice(1).lower()).decode('latin-1');
        });
      shows(new Bytes(titled, 'latin-1'), 'b"They\'re Bill\'s Friends."');
    });
    example('STD-E042', 'zfill', () => {
      shows(b`42`.zfill(5), "b'00042'");
      shows(b`-42`.zfill(5), "b'-0042'");
    });
    example('STD-E043', 'printf-style: a mapping', () => {
      shows(
        b`%(language)s has %(number)03d quote types.`.mod({ language: b`Python`, number: 2 }),
        "b'Python has 002 quote types.'",
      );
    });
  });

  describe('str and its methods', () => {
    example('STD-E068', 'str() of bytes without an encoding is the repr', () => {
      shows(`${b`Zoot!`}`, '"b\'Zoot!\'"');
    });
    example('STD-E069', 'str.encode', () => {
      shows(new Bytes('Python', 'utf-8'), "b'Python'");
    });
  });
});

describe('Doc/reference/lexical_analysis.rst', () => {
  example('LEX-E001', 'escapes in literals', () => {
    shows(b`\x89PNG\r\n\x1a\n`, "b'\\x89PNG\\r\\n\\x1a\\n'");
    shows([...b`\x89PNG\r\n\x1a\n`], '[137, 80, 78, 71, 13, 10, 26, 10]');
  });
});

describe('Doc/faq/programming.rst', () => {
  example('FAQ-E001', 'accumulating bytes', () => {
    const result = new ByteArray();
    for (const piece of [b`a`, b`b`]) result.iadd(piece);
    shows(result, "bytearray(b'ab')");
  });
});

describe('Doc/library/functions.rst', () => {
  example('FUN-E001', 'ord', () => {
    shows(b`a`.get(0), '97');
  });
});

describe('Doc/howto/unicode.rst', () => {
  example('HOW-E001', 'error handlers when decoding', () => {
    const value = b`\x80abc`;
    raises(
      () => value.decode('utf-8', 'strict'),
      'UnicodeDecodeError',
      "'utf-8' codec can't decode byte 0x80 in position 0: invalid start byte",
    );
    shows(value.decode('utf-8', 'replace'), "'\ufffdabc'");
    shows(value.decode('utf-8', 'backslashreplace'), "'\\\\x80abc'");
    shows(value.decode('utf-8', 'ignore'), "'abc'");
  });
  example('HOW-E002', 'error handlers when encoding', () => {
    const u = String.fromCodePoint(40960) + 'abcd' + String.fromCodePoint(1972);
    shows(new Bytes(u, 'utf-8'), "b'\\xea\\x80\\x80abcd\\xde\\xb4'");
    raises(
      () => new Bytes(u, 'ascii'),
      'UnicodeEncodeError',
      "'ascii' codec can't encode character '\\ua000' in position 0: ordinal not in range(128)",
    );
    shows(new Bytes(u, 'ascii', 'ignore'), "b'abcd'");
    shows(new Bytes(u, 'ascii', 'replace'), "b'?abcd?'");
    shows(new Bytes(u, 'ascii', 'xmlcharrefreplace'), "b'&#40960;abcd&#1972;'");
    shows(new Bytes(u, 'ascii', 'backslashreplace'), "b'\\\\ua000abcd\\\\u07b4'");
    shows(new Bytes(u, 'ascii', 'namereplace'), "b'\\\\N{YI SYLLABLE IT}abcd\\\\u07b4'");
  });
});

describe('Doc/howto/sockets.rst', () => {
  example('HOW-E003', 'receiving until nothing comes', () => {
    shows(b``.join([b`ab`, b``, b`c`]), "b'abc'");
  });
});

describe('Doc/tutorial', () => {
  example('HOW-E004', 'stdlib.rst: sample data', () => {
    shows(b`witch which has which witches wrist watch`.length, '41');
  });
  example('HOW-E005', 'inputoutput.rst: positions in a binary file', () => {
    const f = new BytesIO();
    shows(f.write(b`0123456789abcdef`), '16');
    shows(f.seek(5), '5');
    shows(f.read(1), "b'5'");
    shows(f.seek(-3, 2), '13');
    shows(f.read(1), "b'd'");
  });
});

describe('Doc/library/binascii.rst', () => {
  example('HOW-E006', 'hexlify follows the separator rule of hex', () => {
    const value = b`\xb9\x01\xef`;
    shows(new Bytes(value.hex(), 'ascii'), "b'b901ef'");
    shows(new Bytes(value.hex('-'), 'ascii'), "b'b9-01-ef'");
    shows(new Bytes(value.hex(b`_`, 2), 'ascii'), "b'b9_01ef'");
    shows(new Bytes(value.hex(b` `, -2), 'ascii'), "b'b901 ef'");
  });
});

describe('PEP 461', () => {
  example('P461-E001', 'numeric', () => {
    shows(b`%4x`.mod(10), "b'   a'");
    shows(b`%#4x`.mod(10), "b' 0xa'");
    shows(b`%04X`.mod(10), "b'000A'");
  });
  example('P461-E002', '%c', () => {
    shows(b`%c`.mod(48), "b'0'");
    shows(b`%c`.mod(b`a`), "b'a'");
  });
  example('P461-E003', '%b', () => {
    shows(b`%b`.mod(b`abc`), "b'abc'");
    shows(b`%b`.mod(new Bytes('some string', 'utf8')), "b'some string'");
    raises(() => b`%b`.mod(3.14), 'TypeError');
    raises(() => b`%b`.mod('hello world!'), 'TypeError');
  });
  example('P461-E004', '%a', () => {
    shows(b`%a`.mod(3.14), "b'3.14'");
    shows(b`%a`.mod(b`abc`), 'b"b\'abc\'"');
    shows(b`%a`.mod('def'), 'b"\'def\'"');
  });
});

describe('PEP 467', () => {
  example('P467-E002', 'repetition as the present way', () => {
    shows(b`\x00`.repeat(3), "b'\\x00\\x00\\x00'");
    shows(new ByteArray(b`\x00`).repeat(3), "bytearray(b'\\x00\\x00\\x00')");
  });
});

describe("What's New in Python 3.15: bytearray.take_bytes", () => {
  example('WN-E001', 'bytes(buffer) at the end', () => {
    shows(new ByteArray(1024).take_bytes().equals(new Bytes(1024)), 'True');
  });
  example('WN-E002', 'bytes(buffer), then clear()', () => {
    const buffer = new ByteArray(1024);
    const data = buffer.take_bytes();
    shows([data.length, buffer.length], '[1024, 0]');
  });
  example('WN-E003', 'split after a separator', () => {
    const buffer = new ByteArray(b`abc\ndef`);
    const data = buffer.take_bytes(buffer.find(b`\n`) + 1);
    shows([data, buffer], "[b'abc\\n', bytearray(b'def')]");
    const before = new ByteArray(b`abc\ndef`);
    const n = before.find(b`\n`);
    const copy = new Bytes(before.slice(0, n + 1));
    before.delete(new Slice(null, n + 1));
    shows([copy, before], "[b'abc\\n', bytearray(b'def')]");
  });
  example('WN-E004', 'split before a separator, dropping the rest', () => {
    const buffer = new ByteArray(b`abc\ndef`);
    buffer.resize(buffer.find(b`\n`));
    const data = buffer.take_bytes();
    shows([data, buffer.length], "[b'abc', 0]");
  });
});
