// Measures single operations on a host with and without the adapter: `npm run hosts:speed`. Each runs in a process
// of its own, in short bursts by turns, so that other work on the machine slows both down alike. A second process
// without the adapter shows how far two of a kind differ: that is noise. `--update` writes the rows that were measured
// into the tables of README.md, so that a long run can be made in pieces (`--from 'mv[i]' --to 'print(b)'`).
// Rows that Skulpt cannot run without the adapter have no ratio. `--only 'b[i]|a + b'` measures some rows, `--above 3`
// prints only those that are 3 % slower or more, and `--before DIR` compares with the adapter of another checkout.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadBrython } from './brython.mjs';
import { bundleAdapters } from './bundle.mjs';
import { loadSkulpt, runnerOf as skulptRunner } from './skulpt.mjs';

/** Calls of methods on one text. */
const METHODS = [
  ...['lower()', 'title()', 'capitalize()', 'swapcase()', 'strip()', 'strip(b"ge")', 'lstrip()', 'rstrip()'],
  ...['isalpha()', 'isdigit()', 'isalnum()', 'islower()', 'isupper()', 'isspace()', 'istitle()', 'isascii()'],
  ...['find(111)', 'rfind(b"of")', 'index(b"of")', 'count(b"t")', 'count(116)', 'endswith(b"ge")'],
  ...[
    'startswith((b"a", b"so"))',
    'split()',
    'split(b" ", 1)',
    'rsplit()',
    'splitlines()',
    'partition(b",")',
  ],
  ...['rpartition(b",")', 'center(40)', 'ljust(40)', 'rjust(40, b"x")', 'zfill(40)', 'expandtabs()'],
];

/** Setup and operation, as Python. */
const OPERATIONS = [
  ['b[i]', 'b = bytes(range(100))', 'b[7]'],
  ['b[-1]', 'b = bytes(range(100))', 'b[-1]'],
  ['len(b)', 'b = bytes(range(100))', 'len(b)'],
  ['hash(b)', 'b = bytes(range(100))', 'hash(b)'],
  ['n in b', 'b = bytes(range(100))', '50 in b'],
  ['b in b', 'b = bytes(range(100))', 'b"abc" in b'],
  ['a == b', 'a = bytes(range(100)); b = bytes(range(100))', 'a == b'],
  ['a < b', 'a = bytes(range(100)); b = bytes(range(99))', 'a < b'],
  ['b[1:9]', 'b = bytes(range(100))', 'b[1:9]'],
  ['a + b', 'a = bytes(range(20)); b = bytes(range(20))', 'a + b'],
  ['b * 3', 'b = bytes(range(20))', 'b * 3'],
  ['for x in b', 'b = bytes(range(100))', '\n  for x in b: pass'],
  ["b''", '', "b'abcdef'"],
  ['bytes(n)', '', 'bytes(10)'],
  ['bytes(list)', 'l = list(range(100))', 'bytes(l)'],
  ['d[b]', 'b = bytes(range(10)); d = {b: 1}', 'd[b]'],
  ['find', 'b = bytes(range(100))', 'b.find(b"abc")'],
  ['startswith', 'b = bytes(range(100))', 'b.startswith(b"abc")'],
  ['split', 'b = b"a,b,c,d,e,f"', 'b.split(b",")'],
  ['join', 'l = [b"ab", b"cd", b"ef"]', 'b",".join(l)'],
  ['replace', 'b = b"a,b,c,d,e,f"', 'b.replace(b",", b";")'],
  ['upper', 'b = b"a,b,c,d,e,f"', 'b.upper()'],
  ['decode', 'b = b"some text of a message"', 'b.decode()'],
  ['encode', 's = "some text of a message"', 's.encode()'],
  ['hex', 'b = b"some text of a message"', 'b.hex()'],
  ['repr', 'b = b"some text of a message"', 'repr(b)'],
  ['int.from_bytes', 'b = b"abcd"', 'int.from_bytes(b, "big")'],
  ['to_bytes', 'n = 123456', 'n.to_bytes(4, "big")'],
  ['isinstance', 'b = b"abcd"', 'isinstance(b, bytes)'],
  ['bool(b)', 'b = b"abcd"', 'bool(b)'],
  ['b == b', 'b = bytes(range(100))', 'b == b'],
  ['b == n', 'b = b"abcd"; n = 5', 'b == n'],
  ['a + b, 2 bytes', 'a = b"ab"; b = b"cd"', 'a + b'],
  ['for x in 2 bytes', 'b = b"ab"', '\n  for x in b: pass'],
  ['iter(b)', 'b = b"abcd"', 'iter(b)'],
  ['list(b)', 'b = bytes(range(100))', 'list(b)'],
  ['sum(b)', 'b = bytes(range(100))', 'sum(b)'],
  ['sorted(b)', 'b = bytes(range(100))', 'sorted(b)'],
  ['bytes()', '', 'bytes()'],
  ['bytes(b)', 'b = b"abcd"', 'bytes(b)'],
  ['bytes(range)', 'r = range(100)', 'bytes(r)'],
  ['bytes(tuple)', 't = (1, 2, 3)', 'bytes(t)'],
  ['bytes(generator)', '', 'bytes(x for x in (1, 2, 3))'],
  ['bytes(str)', 's = "text"', 'bytes(s, "utf-8")'],
  ['fromhex', '', 'bytes.fromhex("616263")'],
  ['b % n', 'b = b"a%db"', 'b % 5'],
  ['ord(b)', 'b = b"x"', 'ord(b)'],
  ...METHODS.map((call) => [call, 'b = b"some text, of a Message"', `b.${call}`]),
  // Skulpt's and Brython's own types, whose constructors the adapter sees.
  ['int(n)', 'n = 5', 'int(n)'],
  ['int(str)', 's = "5"', 'int(s)'],
  ['str(n)', 'n = 5', 'str(n)'],
  ['float(n)', 'n = 5', 'float(n)'],
  ['ord(str)', 's = "x"', 'ord(s)'],
  ['ba[i]', 'b = bytearray(range(100))', 'b[7]'],
  ['ba[i] = n', 'b = bytearray(range(100))', 'b[7] = 5'],
  ['ba.append', 'b = bytearray()', 'b.append(5)'],
  ['ba += b', 'b = bytearray()', 'b += b"ab"'],
  ['ba[1:9]', 'b = bytearray(range(100))', 'b[1:9]'],
  ['mv[i]', 'b = memoryview(bytearray(range(100)))', 'b[7]'],
  ['memoryview(b)', 'b = bytes(range(100))', 'memoryview(b)'],
  ['struct.unpack', 'import struct; b = bytes(8)', 'struct.unpack("<Ihh", b)'],
  ['struct.pack', 'import struct', 'struct.pack("<Ihh", 1, 2, 3)'],
  // Values other than bytes, which pass through functions that the adapters wrap.
  ['n + n', 'm = 5; n = 7', 'm + n'],
  ['n - n', 'm = 5; n = 7', 'm - n'],
  ['-n', 'n = 7', '-n'],
  ['n & n', 'm = 5; n = 7', 'm & n'],
  ['n < n', 'm = 5; n = 7', 'm < n'],
  ['n == n', 'm = 5; n = 7', 'm == n'],
  ['x * x', 'x = 1.5; y = 2.5', 'x * y'],
  ['s + s', 's = "ab"; t = "cd"', 's + t'],
  ['s == s', 's = "ab"; t = "cd"', 's == t'],
  ['s < s', 's = "ab"; t = "cd"', 's < t'],
  ['s in s', 's = "ab"; t = "cd"', 's in t'],
  ['n in list', 'l = [1, 2, 3]; n = 3', 'n in l'],
  ['list + list', 'l = [1, 2]; m = [3]', 'l + m'],
  ['len(list)', 'l = [1, 2, 3]', 'len(l)'],
  ['len(str)', 's = "abc"', 'len(s)'],
  ['hash(n)', 'n = 5', 'hash(n)'],
  ['max(list)', 'l = [1, 2, 3]', 'max(l)'],
  ['a, b = tuple', 't = (1, 2)', 'a, b = t'],
  ['for x in list', 'l = [1, 2, 3]', '\n  for x in l: pass'],
  ['d[n]', 'd = {1: 2}', 'd[1]'],
  ['d[s]', 'd = {"a": 2}', 'd["a"]'],
  ['d[tuple]', 'd = {(1, 2): 2}; t = (1, 2)', 'd[t]'],
  ['d[n] = n', 'd = {}; n = 1', 'd[n] = n'],
  ['d[s] = s', 'd = {}; s = "a"', 'd[s] = s'],
  ['d.get(s)', 'd = {"a": 2}', 'd.get("a")'],
  ['n in d', 'd = {1: 2}; n = 1', 'n in d'],
  ['n in set', 'd = {1, 2}; n = 1', 'n in d'],
  ['set.add(n)', 'd = set(); n = 1', 'd.add(n)'],
  ['{n, n}', 'm = 5; n = 7', '{m, n}'],
  ['object == object', 'class C: pass; c = C(); d = C()', 'c == d'],
  // What programs do all the time, with bytes and without.
  ['a != b', 'a = bytes(range(100)); b = bytes(range(100))', 'a != b'],
  ['b in set', 'b = b"abcd"; d = {b, b"x"}', 'b in d'],
  ['b in dict', 'b = b"abcd"; d = {b: 1}', 'b in d'],
  ['b in list', 'b = b"abcd"; l = [b"x", b"y", b"abcd"]', 'b in l'],
  ['b in tuple', 'b = b"abcd"; t = (b"x", b"abcd")', 'b in t'],
  ['d[b] = n', 'b = b"abcd"; d = {}', 'd[b] = 1'],
  ['d.get(b)', 'b = b"abcd"; d = {b: 1}', 'd.get(b)'],
  ['set.add(b)', 'b = b"abcd"; d = set()', 'd.add(b)'],
  ['d[(b, n)]', 't = (b"abcd", 1); d = {t: 1}', 'd[t]'],
  ['{b: n}', 'b = b"abcd"', '{b: 1}'],
  ['b is b', 'b = b"abcd"', 'b is b'],
  ['not b', 'b = b"abcd"', 'not b'],
  ['if b', 'b = b"abcd"', '\n  if b: pass'],
  ['type(b)', 'b = b"abcd"', 'type(b)'],
  ['type(b) is bytes', 'b = b"abcd"', 'type(b) is bytes'],
  ['isinstance of two', 'b = b"abcd"', 'isinstance(b, (bytes, bytearray))'],
  ['isinstance(s, bytes)', 's = "abcd"', 'isinstance(s, bytes)'],
  ['isinstance(b, str)', 'b = b"abcd"', 'isinstance(b, str)'],
  ['isinstance(n, int)', 'n = 5', 'isinstance(n, int)'],
  ['str(b)', 'b = b"abcd"', 'str(b)'],
  ['str(b, utf-8)', 'b = b"abcd"', 'str(b, "utf-8")'],
  ['f-string of b', 'b = b"abcd"', 'f"{b}"'],
  ['f-string of b!r', 'b = b"abcd"', 'f"{b!r}"'],
  ['f-string of n', 'n = 5', 'f"{n}"'],
  ['f-string of n:02x', 'n = 5', 'f"{n:02x}"'],
  ['f-string of s', 's = "abcd"', 'f"{s}: {s}"'],
  ['format(n)', 'n = 5', '"{:02x}".format(n)'],
  ['s % n', 'n = 5', '"%02x" % n'],
  ['s % s', 's = "abcd"', '"%s" % s'],
  ['s % tuple', 's = "abcd"; n = 5', '"%s, %d" % (s, n)'],
  ['s % b', 'b = b"abcd"', '"%s" % b'],
  ['b % b', 'b = b"abcd"', 'b"%s;" % b'],
  ['b % tuple', 'b = b"abcd"; n = 5', 'b"%s, %d" % (b, n)'],
  ['print(b)', 'b = b"abcd"', 'print(b)'],
  ['print(s)', 's = "abcd"', 'print(s)'],
  ['print(n)', 'n = 5', 'print(n)'],
  ['repr(s)', 's = "abcd"', 'repr(s)'],
  ['repr(list)', 'l = [1, "a", 2.5]', 'repr(l)'],
  ['repr(list of bytes)', 'l = [b"ab", b"cd"]', 'repr(l)'],
  ['bytes([n])', 'n = 65', 'bytes([n])'],
  ['bytes(map)', 'l = [1, 2, 3]', 'bytes(map(int, l))'],
  ['bytes(ba)', 'a = bytearray(b"abcd")', 'bytes(a)'],
  ['[x for x in b]', 'b = b"some text"', '[x for x in b]'],
  ['tuple(b)', 'b = b"some text"', 'tuple(b)'],
  ['set(b)', 'b = b"some text"', 'set(b)'],
  ['enumerate(b)', 'b = b"some text"', '\n  for i, x in enumerate(b): pass'],
  ['zip(b, b)', 'b = b"some text"', '\n  for x, y in zip(b, b): x ^ y'],
  ['reversed(b)', 'b = b"some text"', '\n  for x in reversed(b): pass'],
  ['range(len(b))', 'b = b"some text"', '\n  for i in range(len(b)): b[i]'],
  ['min(b)', 'b = b"some text"', 'min(b)'],
  ['max(b)', 'b = b"some text"', 'max(b)'],
  ['any(b)', 'b = b"some text"', 'any(b)'],
  ['all(b)', 'b = b"some text"', 'all(b)'],
  ['a, b = b', 'c = b"ab"', 'a, b = c'],
  ['sorted(list of bytes)', 'l = [b"c", b"a", b"b"]', 'sorted(l)'],
  ['b[:-1]', 'b = b"some text"', 'b[:-1]'],
  ['b[::-1]', 'b = b"some text"', 'b[::-1]'],
  ['b[1:]', 'b = b"some text"', 'b[1:]'],
  ['b[i:i+1]', 'b = b"some text"; i = 3', 'b[i:i+1]'],
  ['b += b', '', '\n  b = b"ab"\n  b += b"cd"'],
  ['3 * b', 'b = b"ab"', '3 * b'],
  ['b.find(b, n)', 'b = b"some text"', 'b.find(b"t", 3)'],
  ['b.removeprefix', 'b = b"some text"', 'b.removeprefix(b"so")'],
  ['b.replace(b, b, 1)', 'b = b"some text"', 'b.replace(b"e", b"i", 1)'],
  ['b.translate', 'b = b"some text"; t = bytes(range(256))', 'b.translate(t)'],
  ['b.hex(s)', 'b = b"some text"', 'b.hex(" ")'],
  ['b.decode(ascii)', 'b = b"some text"', 'b.decode("ascii")'],
  ['b.decode(utf-8, replace)', 'b = b"some text"', 'b.decode("utf-8", "replace")'],
  ['s.encode(latin-1)', 's = "some text"', 's.encode("latin-1")'],
  ['s.encode(utf-8)', 's = "some text"', 's.encode("utf-8")'],
  ['from_bytes little', 'b = b"ab"', 'int.from_bytes(b, "little")'],
  ['from_bytes keyword', 'b = b"ab"', 'int.from_bytes(b, byteorder="big")'],
  ['to_bytes keyword', 'n = 513', 'n.to_bytes(2, byteorder="big")'],
  ['int(b)', 'b = b"512"', 'int(b)'],
  ['int(s, 16)', 's = "ff"', 'int(s, 16)'],
  ['int(x)', 'x = 5.5', 'int(x)'],
  ['float(s)', 's = "5.5"', 'float(s)'],
  ['str(x)', 'x = 5.5', 'str(x)'],
  ['str(s)', 's = "abc"', 'str(s)'],
  ['str(list)', 'l = [1, 2, 3]', 'str(l)'],
  ['bool(n)', 'n = 5', 'bool(n)'],
  ['chr(n)', 'n = 65', 'chr(n)'],
  ['hex(n)', 'n = 65', 'hex(n)'],
  ['abs(n)', 'n = -65', 'abs(n)'],
  ['min(n, n)', 'n = 65; m = 3', 'min(n, m)'],
  ['sum(list)', 'l = [1, 2, 3]', 'sum(l)'],
  ['sorted(list)', 'l = [3, 1, 2]', 'sorted(l)'],
  ['range', '', '\n  for i in range(10): pass'],
  ['while', '', '\n  i = 0\n  while i < 10: i += 1'],
  ['f(n)', 'g = lambda n: n', 'g(5)'],
  ['C()', 'class C: pass', 'C()'],
  ['o.x', 'class C: x = 1; c = C()', 'c.x'],
  ['o.x = n', 'class C: pass; c = C()', 'c.x = 1'],
  ['o.f()', 'class C: f = lambda self: 1; c = C()', 'c.f()'],
  ['try', '', '\n  try: raise ValueError("x")\n  except ValueError: pass'],
  ['b[n] out of range', 'b = b"ab"', '\n  try: b[5]\n  except IndexError: pass'],
  ['bytes([256])', 'l = [256]', '\n  try: bytes(l)\n  except ValueError: pass'],
  ['decode fails', 'b = b"\\xff"', '\n  try: b.decode()\n  except UnicodeDecodeError: pass'],
  ['n * n', 'm = 5; n = 7', 'm * n'],
  ['n // n', 'm = 57; n = 7', 'm // n'],
  ['n % n', 'm = 57; n = 7', 'm % n'],
  ['n | n', 'm = 57; n = 7', 'm | n'],
  ['n ^ n', 'm = 57; n = 7', 'm ^ n'],
  ['n << n', 'm = 57; n = 7', 'm << n'],
  ['n >> n', 'm = 57; n = 2', 'm >> n'],
  ['~n', 'n = 7', '~n'],
  ['n & 255', 'n = 12345', 'n & 255'],
  ['n != n', 'm = 5; n = 7', 'm != n'],
  ['n >= n', 'm = 5; n = 7', 'm >= n'],
  ['n is None', 'n = 7', 'n is None'],
  ['s != s', 's = "ab"; t = "cd"', 's != t'],
  ['s * n', 's = "ab"', 's * 3'],
  ['s[i]', 's = "abc"', 's[1]'],
  ['s[1:2]', 's = "abc"', 's[1:2]'],
  ['s.join', 'l = ["a", "b"]', '",".join(l)'],
  ['s.split', 's = "a,b"', 's.split(",")'],
  ['s.replace', 's = "a,b"', 's.replace(",", ";")'],
  ['s.startswith', 's = "a,b"', 's.startswith("a")'],
  ['s.find', 's = "a,b"', 's.find(",")'],
  ['s.strip', 's = " a "', 's.strip()'],
  ['s.upper', 's = "a,b"', 's.upper()'],
  ['for c in s', 's = "abc"', '\n  for c in s: pass'],
  ['list[i]', 'l = [1, 2, 3]', 'l[1]'],
  ['list[i] = n', 'l = [1, 2, 3]', 'l[1] = 5'],
  ['list[1:2]', 'l = [1, 2, 3]', 'l[1:2]'],
  ['list.append', 'l = []', 'l.append(1)'],
  ['list * n', 'l = [1]', 'l * 3'],
  ['list == list', 'l = [1, 2]; m = [1, 2]', 'l == m'],
  ['tuple + tuple', 't = (1, 2)', 't + t'],
  ['a, b = list', 'l = [1, 2]', 'a, b = l'],
  ['a, b = b, a', 'a = 1; b = 2', 'a, b = b, a'],
  ['s in list', 'l = ["a", "b"]; s = "b"', 's in l'],
  ['s in d', 'd = {"a": 1}; s = "a"', 's in d'],
  ['s in set', 'd = {"a", "b"}; s = "a"', 's in d'],
  ['d.setdefault', 'd = {}', 'd.setdefault("a", 1)'],
  ['d.items()', 'd = {"a": 1}', '\n  for k, v in d.items(): pass'],
  ['del d[s]', 'd = {}', '\n  d["a"] = 1\n  del d["a"]'],
  ['d[s] += n', 'd = {"a": 1}', 'd["a"] += 1'],
  ['{s: n}', '', '{"a": 1, "b": 2}'],
  ['[x for x in list]', 'l = [1, 2, 3]', '[x for x in l]'],
  ['ba += n', 'b = bytearray(10)', 'b[3] += 1; b[3] = 0'],
  ['len(ba)', 'b = bytearray(10)', 'len(b)'],
  ['bytearray(n)', '', 'bytearray(10)'],
  ['bytearray(b)', 'b = b"abcd"', 'bytearray(b)'],
  ['ba.extend', 'b = bytearray(); c = b"ab"', 'b.extend(c)'],
  ['ba == b', 'a = bytearray(b"abcd"); b = b"abcd"', 'a == b'],
  ['for x in ba', 'b = bytearray(b"some text")', '\n  for x in b: pass'],
  ['mv[1:9]', 'b = memoryview(bytearray(range(100)))', 'b[1:9]'],
  ['mv.tobytes', 'b = memoryview(b"abcd")', 'b.tobytes()'],
  ['len(mv)', 'b = memoryview(b"abcd")', 'len(b)'],
];
const STEPS = 8;
/** How many ms of CPU time a burst takes, and how many ms an operation runs before it is measured. */
const BURST = 2;
const WARM = 150;

const RULE = '|---|---|---|---|---|';
const headOf = (host) => `| ${host} | alone, ns | with the adapter, ns | ratio | noise |`;
/** The first cell of an operation's row. */
const startOf = (name) => `| ${name.replace('|', '\\|')} |`;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    host: { type: 'string', multiple: true, default: ['brython', 'skulpt'] },
    only: { type: 'string', default: '' },
    from: { type: 'string' },
    to: { type: 'string' },
    pairs: { type: 'string', default: '40' },
    above: { type: 'string' },
    before: { type: 'string' },
    update: { type: 'boolean', default: false },
  },
});

/**
 * A function that compiles a program and returns its function `f`; `adapter` is the module of the adapters,
 * or `none`.
 */
async function compilerOf(host, adapter) {
  const adapters = adapter === 'none' ? null : await import(adapter);
  if (host === 'brython') {
    const $B = loadBrython();
    adapters?.installInBrython($B);
    let count = 0;
    return (source) => {
      const f = $B.module_getattr($B.runPythonSource(source, `speed${count++}`), 'f');
      return () => $B.$call(f);
    };
  }
  const Sk = loadSkulpt();
  adapters?.installInSkulpt(Sk);
  skulptRunner(Sk);
  return (source) => {
    const module = Sk.misceval.retryOptionalSuspensionOrThrow(
      Sk.importMainWithBody('<stdin>', false, source, true),
    );
    return () => Sk.misceval.callsimArray(module.$d.f, []);
  };
}

/**
 * Answers the parent's messages: an operation, which it compiles and warms up, and then any number of bursts, each
 * answered by the nanoseconds of one operation. Null says that the host lacks the operation.
 */
async function serve(host, adapter, lacked) {
  const compile = await compilerOf(host, adapter);
  // Every operation runs first: V8 reads the methods of a type faster in a process that has asked for one of them
  // only, and no program is like that. What the host lacks without the adapter runs nowhere before it is measured,
  // because more types make every type slower.
  const able = [];
  for (const [name, setup, operation] of OPERATIONS) {
    if (lacked.includes(name)) continue;
    try {
      turnsOf(compile, setup, operation, 20)();
      able.push(name);
    } catch {
      // The host without the adapter lacks it.
    }
  }
  let burst = null;
  process.on('message', (operation) => {
    try {
      if (operation !== null) burst = burstOf(compile, ...operation);
      process.send(operation === null ? burst() : 0);
    } catch {
      process.send(null);
    }
  });
  process.send(able);
}

/** A function that returns the nanoseconds of the setup and of `n` times STEPS operations. */
function turnsOf(compile, setup, operation, n) {
  const lines = setup === '' ? ['pass'] : setup.split('; ');
  const body = [
    ...lines.map((line) => ` ${line}`),
    ` for _ in range(${n}):`,
    ...Array(STEPS).fill(`  ${operation}`),
  ];
  const run = compile(`def f():\n${body.join('\n')}\n`);
  return () => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return 1e3 * (user + system);
  };
}

/** A function that runs an operation for BURST ms and returns the time of one, including the loop around it. */
function burstOf(compile, setup, operation) {
  const trial = turnsOf(compile, setup, operation, 20);
  warm(trial);
  const each = Math.min(...Array.from({ length: 5 }, trial)) / 20;
  const n = Math.round(Math.min(5000, Math.max(2, (1e6 * BURST) / each)));
  const time = turnsOf(compile, setup, operation, n);
  // The time of the call and the setup, which would be as long as a short operation.
  const around = turnsOf(compile, setup, operation, 0);
  warm(time);
  const less = Math.min(...Array.from({ length: 20 }, around));
  return () => Math.max(0, time() - less) / n / STEPS;
}

function warm(run) {
  for (let spent = 0; spent < 1e6 * WARM;) spent += run();
}

if (positionals[0] === 'serve') {
  console.info = console.log = () => undefined;
  await serve(positionals[1], positionals[2], positionals.slice(3));
} else await compare();

/** A process that serves; `ask` sends it a message and returns the answer. */
async function start(host, adapter, lacked) {
  const child = fork(fileURLToPath(import.meta.url), ['serve', host, adapter, '--', ...lacked]);
  child.on('exit', (status) => {
    if (status !== 0 && status !== null) throw new Error(`a process of ${host} ended with ${status}`);
  });
  const [able] = await once(child, 'message');
  return {
    able,
    async ask(message) {
      child.send(message);
      return (await once(child, 'message'))[0];
    },
    stop: () => child.kill(),
  };
}

/** The least time of an operation on each side, and the medians of the adapter's and the second process's ratios. */
async function row(sides, setup, operation) {
  const able = [];
  for (const side of sides) able.push((await side.ask([setup, operation])) !== null);
  const best = sides.map(() => undefined);
  const ratios = [[], []];
  for (let pair = 0; pair < Number(options.pairs); pair++) {
    const times = [];
    for (const [i, side] of sides.entries()) {
      times.push(able[i] ? await side.ask(null) : undefined);
      if (able[i]) best[i] = Math.min(times[i], best[i] ?? Infinity);
    }
    for (const i of [1, 2]) if (able[0] && able[i] && times[0] > 0) ratios[i - 1].push(times[i] / times[0]);
  }
  const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];
  return { own: best[0], ours: best[1], ratio: median(ratios[0]), noise: median(ratios[1]) };
}

async function compare() {
  const without =
    options.before === undefined ? 'none' : await bundleAdapters(options.before, 'hosts-before');
  const ours = await bundleAdapters();
  const names = OPERATIONS.map(([name]) => name);
  const place = (name, absent) => (name === undefined ? absent : names.indexOf(name));
  const [begin, end] = [place(options.from, 0), place(options.to, names.length)];
  const only = options.only === '' ? null : options.only.split('|');
  for (const host of options.host) {
    const first = await start(host, without, []);
    const isLacked = ([name]) => !first.able.includes(name);
    const lacked = OPERATIONS.filter(isLacked);
    const absent = lacked.map(([name]) => name);
    const sides = [first, await start(host, ours, absent), await start(host, without, absent)];
    const lines = [headOf(host), RULE];
    for (const [name, setup, operation] of [...OPERATIONS.filter((each) => !isLacked(each)), ...lacked]) {
      if (only !== null && !only.includes(name)) continue;
      if (names.indexOf(name) < begin || names.indexOf(name) >= end) continue;
      const measured = await row(sides, setup, operation);
      if (measured.ours === undefined) continue;
      if (options.above !== undefined && !(measured.ratio > 1 + Number(options.above) / 100)) continue;
      const text = (value, digits = 0) => (value === undefined ? '-' : value.toFixed(digits));
      const cells = [
        text(measured.own),
        text(measured.ours),
        text(measured.ratio, 2),
        text(measured.noise, 2),
      ];
      lines.push(`${startOf(name)} ${cells.join(' | ')} |`);
      process.stderr.write(`${lines.at(-1)}\n`);
    }
    for (const side of sides) side.stop();
    console.log(lines.join('\n'));
    if (options.update) update(host, lines.slice(2));
  }
}

/** Puts rows into a host's table, where those of other operations stay. */
function update(host, rows) {
  const path = 'conformance/hosts/README.md';
  const date = new Date().toISOString().slice(0, 10);
  const text = readFileSync(path, 'utf8');
  const [all, start, tables] = /(<!-- speed: [^>]*-->\n)([^]*?)<!-- end -->/.exec(text);
  const made = ['brython', 'skulpt'].map((each) => {
    const own = tables.split('\n\n').find((table) => table.startsWith(headOf(each)));
    const known = [...(each === host ? rows : []), ...(own?.split('\n').slice(2) ?? [])];
    const ordered = OPERATIONS.map(([name]) => known.find((row) => row.startsWith(startOf(name))));
    return [headOf(each), RULE, ...ordered.filter((row) => row !== undefined)].join('\n');
  });
  const parts = [`Node ${process.version}, the latest rows on ${date}.`, ...made];
  writeFileSync(
    path,
    text.replace(all, () => `${start}\n${parts.join('\n\n')}\n\n<!-- end -->`),
  );
}
