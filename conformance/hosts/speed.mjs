// Measures single operations on a host with and without the adapter: `npm run hosts:speed`. Both run in turn,
// in separate processes; the least of many rounds counts. `--update` writes the table of README.md. Rows that
// Skulpt cannot run without the adapter have no ratio. `--before DIR` compares with the adapter of another
// checkout instead.
import { spawnSync } from 'node:child_process';
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
];
const STEPS = 8;
/**
 * The number of rounds of each operation, and their least duration in ms: V8 compiles in the background,
 * which takes longer on a busy machine.
 */
const ROUNDS = 15;
const LEAST = 300;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    host: { type: 'string', multiple: true, default: ['brython', 'skulpt'] },
    only: { type: 'string', default: '' },
    rounds: { type: 'string', default: '3' },
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

/** Nanoseconds of each operation, in this process; null where it fails. */
async function measure(host, adapter, only) {
  const compile = await compilerOf(host, adapter);
  const result = {};
  // Every operation runs first, also with `--only`: V8 reads the methods of a type faster in a process that has
  // asked for one of them only, and no program is like that.
  for (const [, setup, operation] of OPERATIONS) {
    try {
      turnsOf(compile, setup, operation, 20)();
    } catch {
      // The host without the adapter lacks it.
    }
  }
  for (const [name, setup, operation] of OPERATIONS) {
    if (only !== '' && !only.split('|').includes(name)) continue;
    result[name] = null;
    try {
      result[name] = least(compile, setup, operation);
    } catch {
      // The host without the adapter lacks it.
    }
  }
  return result;
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
    const before = performance.now();
    run();
    return 1e6 * (performance.now() - before);
  };
}

/** The least time of one operation, including the loop around it. */
function least(compile, setup, operation) {
  const turns = (n) => turnsOf(compile, setup, operation, n);
  const trial = turns(20);
  const n = Math.round(Math.min(5000, Math.max(20, 1e8 / Math.min(trial(), trial(), trial()))));
  const time = turns(n);
  // The time of the call and the setup, which would be as long as a short operation.
  const around = turns(0);
  const best = [Infinity, Infinity];
  const end = performance.now() + LEAST;
  for (let round = 0; round < ROUNDS || performance.now() < end; round++)
    [time, around].forEach((run, i) => (best[i] = Math.min(best[i], run())));
  return Math.max(0, best[0] - best[1]) / n / STEPS;
}

if (positionals[0] === 'measure') {
  console.info = console.log = () => undefined;
  const result = await measure(positionals[1], positionals[2], options.only);
  process.stdout.write(JSON.stringify(result));
  process.exit(0);
}

const sides = {
  without: options.before === undefined ? 'none' : await bundleAdapters(options.before, 'hosts-before'),
  with: await bundleAdapters(),
};
const tables = [];
for (const host of options.host) {
  const best = { with: {}, without: {} };
  for (let round = 0; round < Number(options.rounds); round++) {
    for (const adapter of ['without', 'with']) {
      const script = fileURLToPath(import.meta.url);
      const args = [script, 'measure', host, sides[adapter], '--only', options.only];
      const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      if (status !== 0) throw new Error(stderr);
      for (const [name, ns] of Object.entries(JSON.parse(stdout)))
        if (ns !== null) best[adapter][name] = Math.min(ns, best[adapter][name] ?? Infinity);
    }
  }
  const rows = OPERATIONS.filter(([name]) => best.with[name] !== undefined).map(([name]) => {
    const [own, ours] = [best.without[name], best.with[name]];
    const text = (ns) => (ns === undefined ? '-' : Math.round(ns));
    const ratio = own === undefined ? '-' : (own / ours).toFixed(2);
    return `| ${name.replace('|', '\\|')} | ${text(own)} | ${text(ours)} | ${ratio} |`;
  });
  const table = `| ${host} | alone, ns | with the adapter, ns | speed |\n|---|---|---|---|\n${rows.join('\n')}`;
  console.log(table);
  tables.push(table);
}
if (options.update) {
  const path = 'conformance/hosts/README.md';
  const date = new Date().toISOString().slice(0, 10);
  const text = readFileSync(path, 'utf8').replace(
    /(<!-- speed: [^>]*-->\n)[^]*?(<!-- end -->)/,
    (_all, begin, end) => `${begin}\nNode ${process.version}, ${date}.\n\n${tables.join('\n\n')}\n\n${end}`,
  );
  writeFileSync(path, text);
}
