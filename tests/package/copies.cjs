/**
 * The laws between two copies of the library in one process: an ES module and a CommonJS one, or two
 * releases. Callers: copies.test.ts with sources, `npm run package` with the packed package, `npm run copies`
 * with the release before.
 */

/** The result of a call or its exception, as text. */
function said(work) {
  try {
    const value = work();
    if (typeof value === 'object' && value !== null && typeof value.repr === 'function') return value.repr();
    return Array.isArray(value) ? `[${value.map(String).join(', ')}]` : String(value);
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
}

/**
 * Returns the laws that do not hold, as `title: result, expected`.
 *
 * @param ours all entries of the copy whose functions are called, as one object
 * @param theirs the entries of the copy that made the arguments
 * @param isBefore whether theirs is the release without registered symbols for exceptions, slices and boxes
 */
module.exports = function brokenLaws(ours, theirs, isBefore = false) {
  const broken = [];
  let count = 0;
  const law = (title, work, expected) => {
    count++;
    const found = said(work);
    if (found !== expected) broken.push(`${title}: ${found}, expected ${expected}`);
  };
  const text = 'header,' + 'x'.repeat(2000);
  const b = (value) => new theirs.Bytes(value, 'latin-1');
  const ba = (value) => new theirs.ByteArray(value, 'latin-1');
  const mine = (value) => new ours.Bytes(value, 'latin-1');
  const mineArray = (value) => new ours.ByteArray(value, 'latin-1');
  const view = (value) => new theirs.MemoryView(ba(value));

  // Equality and order.
  for (const [name, make] of Object.entries({ bytes: b, bytearray: ba, memoryview: view })) {
    for (const [own, left] of Object.entries({
      bytes: mine,
      bytearray: mineArray,
      memoryview: (value) => new ours.MemoryView(mine(value)),
    })) {
      law(`${own} equals their ${name}`, () => left('abc').equals(make('abc')), 'true');
      law(`${own} differs from their ${name}`, () => left('abc').equals(make('abd')), 'false');
      law(
        `their ${name} equals ${own}`,
        () => make('abc').equals(left('abc')),
        isBefore ? said(() => make('abc').equals(left('abc'))) : 'true',
      );
    }
  }
  law('order', () => mineArray('b').compare(b('a')), '1');
  if (!isBefore) law('order of bytes', () => mine('b').compare(b('a')), '1');

  // Constructors.
  for (const make of [b, ba, view]) {
    law('new Bytes', () => new ours.Bytes(make('abc')), "b'abc'");
    law('new Bytes is one of ours', () => new ours.Bytes(make('abc')) instanceof ours.Bytes, 'true');
    law('new ByteArray', () => new ours.ByteArray(make('abc')), "bytearray(b'abc')");
    law('new ByteArray of much', () => new ours.ByteArray(make(text)).equals(mine(text)), 'true');
    law('memoryview', () => new ours.MemoryView(make('abc')).tolist(), '[97, 98, 99]');
    law('slices of a memoryview', () => new ours.MemoryView(make('abcd')).slice(1, 3).tobytes(), "b'bc'");
    law('cast', () => new ours.MemoryView(make('abcd')).cast('H').tolist(), '[25185, 25699]');
  }
  law('a single byte is one of ours', () => new ours.Bytes(b('a')) === mine('a'), 'true');
  law(
    'a subclass of theirs',
    () => new ours.Bytes(new (class Sub extends theirs.Bytes {})(b('abc'))),
    "b'abc'",
  );
  law(
    'a subclass of ours',
    () => new (class Sub extends ours.Bytes {})(b('abc')).equals(mine('abc')),
    'true',
  );
  law('__bytes__', () => new ours.Bytes({ __bytes__: () => b('abc') }), "b'abc'");
  law(
    '__bytes__ of a bytearray',
    () =>
      new ours.Bytes(
        new (class X {
          __bytes__() {
            return ba('abc');
          }
        })(),
      ),
    'TypeError: X.__bytes__() must return a bytes, not bytearray',
  );

  // No value changes unseen when another one changes.
  law(
    'bytes of their bytearray keep their content',
    () => {
      const source = ba(text);
      const bytes = new ours.Bytes(source);
      source.set(0, 90);
      source.append(1);
      return bytes.equals(mine(text)) && source.get(0) === 90;
    },
    'true',
  );
  law(
    'a bytearray of their bytes is its own',
    () => {
      const source = b(text);
      const copy = new ours.ByteArray(source);
      copy.set(0, 90);
      return source.get(0) === 104 && copy.get(0) === 90;
    },
    'true',
  );
  law(
    'a bytearray of their bytearray is its own, in both directions',
    () => {
      const source = ba(text);
      const copy = new ours.ByteArray(source);
      copy.set(0, 90);
      source.set(1, 91);
      return [source.get(0), copy.get(0), source.get(1), copy.get(1)];
    },
    '[104, 90, 91, 101]',
  );
  law(
    'bytes that were taken out of what they viewed',
    () => {
      const source = ba(text);
      const live = new ours.MemoryView(source);
      const bytes = new ours.Bytes(live);
      live.set(0, 90);
      live.release();
      return bytes.get(0);
    },
    '104',
  );

  // Locks.
  law(
    'a memoryview locks their bytearray',
    () => {
      const source = ba('abc');
      const live = new ours.MemoryView(source);
      const first = said(() => source.append(1));
      live.set(0, 90);
      live.release();
      source.append(33);
      return [first, source.repr()];
    },
    "[BufferError: Existing exports of data: object cannot be re-sized, bytearray(b'Zbc!')]",
  );
  law(
    'a view of their view holds its root',
    () => {
      const source = ba('abc');
      const outer = new theirs.MemoryView(source);
      const inner = new ours.MemoryView(outer);
      const blocked = said(() => outer.release());
      inner.release();
      outer.release();
      source.append(33);
      return [blocked, source.repr()];
    },
    "[BufferError: memoryview has 1 exported buffer, bytearray(b'abc!')]",
  );
  if (!isBefore) {
    law(
      'obj of a view of their view',
      () => {
        const source = ba('abc');
        return new ours.MemoryView(new theirs.MemoryView(source)).obj === source;
      },
      'true',
    );
  }
  law(
    'their bytearray is locked while code of the caller runs',
    () => {
      const source = ba('abc');
      let refused = '';
      class Resizing {
        __buffer__() {
          refused = said(() => source.append(1));
          return new ours.MemoryView(mine('x'));
        }
      }
      return [
        mine(',').join([source, new Resizing()]).repr(),
        refused,
        said(() => source.append(33)),
        source.repr(),
      ];
    },
    "[b'abc,x', BufferError: Existing exports of data: object cannot be re-sized, undefined, bytearray(b'abc!')]",
  );

  // Arguments.
  law('concat', () => mine('ab').concat(b('c')), "b'abc'");
  law('concat of nothing is one of ours', () => mine('').concat(b('abc')) instanceof ours.Bytes, 'true');
  law('concat of a bytearray', () => mineArray('ab').concat(ba('c')), "bytearray(b'abc')");
  law('iadd', () => mineArray('ab').iadd(b('c')), "bytearray(b'abc')");
  law(
    'extend',
    () => {
      const x = mineArray('ab');
      x.extend(ba('c'));
      return x;
    },
    "bytearray(b'abc')",
  );
  law('find', () => mine('abc').find(b('c')), '2');
  law('includes', () => mine('abc').includes(view('bc')), 'true');
  law('count', () => mine('abcb').count(ba('b')), '2');
  law('startswith', () => mine('abc').startsWith?.(b('a')) ?? mine('abc').startswith(b('a')), 'true');
  law('startswith of a tuple', () => mine('abc').startswith(ours.tuple(b('x'), b('a'))), 'true');
  law('split', () => mine('a,b').split(b(',')).map(String).join(' '), "b'a' b'b'");
  law('partition', () => mine('a,b').partition(b(',')).map(String).join(' '), "b'a' b',' b'b'");
  law('replace', () => mine('aXb').replace(b('X'), ba('--')), "b'a--b'");
  law('strip', () => mine('xax').strip(b('x')), "b'a'");
  law('translate', () => mine('abc').translate(theirs.Bytes.maketrans(b('a'), b('z'))), "b'zbc'");
  law('ljust', () => mine('a').ljust(3, b('-')), "b'a--'");
  law(
    'ljust with too much',
    () => mine('a').ljust(3, b('--')),
    'TypeError: ljust(): argument 2 must be a byte string of length 1, not a bytes object of length 2',
  );
  law('hex', () => mine('ab').hex(b(':')), '61:62');
  law('join', () => mine(', ').join([b('a'), ba('b'), mine('c')]), "b'a, b, c'");
  law('join of one is one of ours', () => mine(', ').join([b('abc')]) instanceof ours.Bytes, 'true');
  law('%', () => mine('%s %b %c').mod([b('a'), ba('b'), b('c')]), "b'a b c'");
  law('% with a mapping', () => mine('%(k)s').mod(new Map([[b('k'), b('v')]])), "b'v'");
  law('fromhex', () => ours.Bytes.fromhex(b('61 62')), "b'ab'");
  law(
    'assigning a slice',
    () => {
      const x = mineArray('abc');
      x.set(new ours.Slice(0, 1), ba('XY'));
      return x;
    },
    "bytearray(b'XYbc')",
  );
  law(
    'assigning a slice of a view',
    () => {
      const x = mineArray('abc');
      new ours.MemoryView(x).set(new ours.Slice(0, 2), b('XY'));
      return x;
    },
    "bytearray(b'XYc')",
  );
  law('decode', () => b('abc').decode(), 'abc');
  law(
    'keys',
    () =>
      ours.keyOf(b('abc')) === ours.keyOf(mine('abc')) && theirs.keyOf(mine('abc')) === ours.keyOf(b('abc')),
    'true',
  );
  law('hashes', () => b('abc').hash() === mine('abc').hash(), 'true');
  law('repr', () => ours.repr([b('abc'), ba('d')]), "[b'abc', bytearray(b'd')]");

  // Companions.
  law('struct.pack', () => ours.pack('2s3pc', b('ab'), ba('cd'), b('x')), "b'ab\\x02cdx'");
  law('struct.unpack', () => ours.unpack('<H', b('\x01\x00')), '[1]');
  law('struct.unpack_from', () => ours.unpack_from('<H', view('\x00\x01\x00'), 1), '[1]');
  law(
    'struct.pack_into',
    () => {
      const x = ba('\0\0\0');
      ours.pack_into('<H', x, 1, 258);
      return x;
    },
    "bytearray(b'\\x00\\x02\\x01')",
  );
  law('struct: a format as bytes', () => ours.pack(b('<H'), 1), "b'\\x01\\x00'");
  law('int.from_bytes', () => ours.intFromBytes(b('\x01\x00'), 'big'), '256');
  law('array of bytes', () => new ours.PyArray('H', b('\x01\x00\x02\x00')), "array('H', [1, 2])");
  law(
    'array of their array',
    () => new ours.PyArray('H', new theirs.PyArray('H', [1, 2])),
    "array('H', [1, 2])",
  );
  law(
    'array.frombytes',
    () => {
      const x = new ours.PyArray('B');
      x.frombytes(ba('ab'));
      return x;
    },
    "array('B', [97, 98])",
  );
  if (!isBefore) {
    law(
      'array.concat',
      () => new ours.PyArray('H', [1]).concat(new theirs.PyArray('H', [2])),
      "array('H', [1, 2])",
    );
    law(
      'array.extend',
      () => {
        const x = new ours.PyArray('H', [1]);
        x.extend(new theirs.PyArray('H', [2]));
        return x;
      },
      "array('H', [1, 2])",
    );
    law('array.equals', () => new ours.PyArray('H', [1]).equals(new theirs.PyArray('d', [1])), 'true');
    law('array.compare', () => new ours.PyArray('H', [1]).compare(new theirs.PyArray('d', [0.5])), '1');
    law(
      'array: a slice',
      () => {
        const x = new ours.PyArray('H', [1, 2]);
        x.set(new ours.Slice(0, 1), new theirs.PyArray('H', [7, 8]));
        return x;
      },
      "array('H', [7, 8, 2])",
    );
    law(
      'array: another type code',
      () => new ours.PyArray('H', [1]).concat(new theirs.PyArray('B', [2])),
      'TypeError: bad argument type for built-in operation',
    );
  }
  law('a view of their array', () => new ours.MemoryView(new theirs.PyArray('d', [0.5])).tolist(), '[0.5]');
  law(
    'array.fromfile',
    () => {
      const x = new ours.PyArray('B');
      x.fromfile(new theirs.BytesIO(b('ab')), 2);
      return x;
    },
    "array('B', [97, 98])",
  );
  law('BytesIO', () => new ours.BytesIO(b('abc')).read(2), "b'ab'");
  law(
    'BytesIO.write',
    () => {
      const x = new ours.BytesIO();
      x.write(ba('abc'));
      return x.getvalue();
    },
    "b'abc'",
  );
  law(
    'BytesIO.readinto',
    () => {
      const x = ba('....');
      const n = new ours.BytesIO(mine('abc')).readinto(x);
      return [n, x.repr()];
    },
    "[3, bytearray(b'abc.')]",
  );
  law('binascii.hexlify', () => ours.hexlify(b('ab')), "b'6162'");
  law('base64.b64encode', () => ours.b64encode(ba('abc'), b('-_')), "b'YWJj'");
  law('zlib.crc32', () => ours.crc32(view('abc')), '891568578');

  if (isBefore) return { count, broken };
  // Slices, boxes and singletons.
  law('a slice of theirs', () => mine('abcd').get(new theirs.Slice(1, 3)), "b'bc'");
  law(
    'a slice of theirs for a view',
    () => new ours.MemoryView(mine('abcd')).get(new theirs.Slice(1, 3)).tobytes(),
    "b'bc'",
  );
  law(
    'a slice of theirs for an array',
    () => new ours.PyArray('B', [1, 2, 3]).get(new theirs.Slice(1)),
    "array('B', [2, 3])",
  );
  law('a float of theirs', () => ours.pack('<d', new theirs.PyFloat(0.5)).hex(), '000000000000e03f');
  law(
    'a float of theirs is no int',
    () => new ours.Bytes([new theirs.PyFloat(1)]),
    "TypeError: 'float' object cannot be interpreted as an integer",
  );
  law('a complex number of theirs', () => ours.repr(new theirs.PyComplex(1, 2)), '(1+2j)');
  law('Ellipsis', () => ours.Ellipsis === theirs.Ellipsis, 'true');

  // Exceptions.
  const raised = (work) => {
    try {
      work();
    } catch (error) {
      return error;
    }
    return undefined;
  };
  const error = raised(() => b('abc').get(9));
  law('an exception is of our class', () => error instanceof ours.PyIndexError, 'true');
  law(
    'and of those above',
    () => error instanceof ours.PyLookupError && error instanceof ours.PyException,
    'true',
  );
  law(
    'and of no other',
    () => error instanceof ours.PyValueError || error instanceof ours.PyKeyError,
    'false',
  );
  class OurError extends ours.PyIndexError {}
  class TheirError extends theirs.PyIndexError {}
  law(
    'a derived class is decided by its prototype',
    () => error instanceof OurError || new TheirError() instanceof OurError,
    'false',
  );
  law(
    'what is derived from theirs is of our class',
    () => new TheirError() instanceof ours.PyIndexError,
    'true',
  );
  law(
    'its own class knows it',
    () => new TheirError() instanceof TheirError && new OurError() instanceof OurError,
    'true',
  );
  law('struct.error', () => raised(() => theirs.unpack('<H', b(''))) instanceof ours.StructError, 'true');
  law(
    'struct.error is not binascii.Error',
    () => raised(() => theirs.unpack('<H', b(''))) instanceof ours.Error,
    'false',
  );
  law(
    'errors of codecs',
    () => raised(() => b('\xff').decode()) instanceof ours.PyUnicodeDecodeError,
    'true',
  );
  for (const value of [null, undefined, 5, 'x', {}, new Error('x'), b('x'), mine('x'), () => 1]) {
    law('what is no exception', () => value instanceof ours.PyException, 'false');
  }
  // Sets and dicts keyed by contents.
  if (theirs.BytesSet !== undefined) {
    const readonly = (value) => new theirs.MemoryView(b(value));
    law('their memoryview is a key', () => new ours.BytesMap([[mine('k'), 1]]).get(readonly('k')), '1');
    law('their bytes are a key', () => new ours.BytesMap([[b('k'), 1]]).get(mine('k')), '1');
    law('a kept key is one of ours', () => [...new ours.BytesSet([b('k')])][0] instanceof ours.Bytes, 'true');
    law('sets are equal', () => new ours.BytesSet([mine('k')]).equals(new theirs.BytesSet([b('k')])), 'true');
    law('sets differ', () => new ours.BytesSet([mine('k')]).equals(new theirs.BytesSet([b('l')])), 'false');
    law('a set is no list', () => new ours.BytesSet([mine('k')]).equals([b('k')]), 'false');
  }
  return { count, broken };
};
