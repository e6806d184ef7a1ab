// The arrows between the rooms of src: which room may import which, and no circles within a room.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

const SRC = join(__dirname, '../../src');

/** The rooms that each room may import besides itself. A room that is not named here does not exist. */
const ARROWS: Record<string, readonly string[]> = {
  eslint: [],
  exceptions: [],
  python: ['exceptions'],
  objects: ['exceptions', 'python'],
  memory: ['exceptions', 'python'],
  accelerate: ['memory', 'python', 'exceptions'],
  algorithms: ['accelerate', 'memory', 'python', 'exceptions'],
  protocol: ['algorithms', 'memory', 'objects', 'python', 'exceptions'],
  storage: ['protocol', 'memory', 'python', 'exceptions'],
  formats: ['algorithms', 'protocol', 'memory', 'python', 'exceptions'],
  codecs: ['accelerate', 'algorithms', 'protocol', 'memory', 'python', 'exceptions'],
  bytes: [
    'storage',
    'codecs',
    'formats',
    'protocol',
    'algorithms',
    'memory',
    'objects',
    'python',
    'exceptions',
  ],
  memoryview: ['bytes', 'formats', 'protocol', 'algorithms', 'memory', 'objects', 'python', 'exceptions'],
  companions: [
    'accelerate',
    'memoryview',
    'bytes',
    'codecs',
    'formats',
    'storage',
    'protocol',
    'algorithms',
    'memory',
    'objects',
    'python',
    'exceptions',
  ],
  interop: [
    'memoryview',
    'bytes',
    'codecs',
    'formats',
    'storage',
    'protocol',
    'algorithms',
    'memory',
    'objects',
    'python',
    'exceptions',
  ],
  runtime: [
    'interop',
    'companions',
    'memoryview',
    'bytes',
    'codecs',
    'formats',
    'storage',
    'protocol',
    'algorithms',
    'memory',
    'objects',
    'python',
    'exceptions',
  ],
  adapters: ['runtime', 'formats', 'memoryview', 'bytes', 'codecs', 'protocol', 'python', 'exceptions'],
};

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : path.endsWith('.ts') ? [path] : [];
  });
}

const files = filesUnder(SRC);
const imports = files.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/^\s*(?:import|export)\b(?:[^;]*?\bfrom)?\s+'([^']+)'/gm)].map(
    (match) => ({
      file,
      target: match[1]!,
    }),
  ),
);
const roomOf = (path: string) => {
  const parts = relative(SRC, path).split(sep);
  return parts.length > 1 ? parts[0]! : null;
};

test('the parser of imports finds them', () => {
  expect(imports.length).toBeGreaterThan(50);
});

test('every room is on the map, and has a few lines of README', () => {
  const rooms = readdirSync(SRC).filter((name) => statSync(join(SRC, name)).isDirectory());
  expect(rooms.sort()).toEqual(Object.keys(ARROWS).sort());
  for (const room of rooms) expect(readdirSync(join(SRC, room))).toContain('README.md');
});

test('arrows point one way', () => {
  const wrong = imports.flatMap(({ file, target }) => {
    const from = roomOf(file);
    if (from === null || !target.startsWith('.')) return [];
    const to = roomOf(join(dirname(file), target));
    return to === from || (to !== null && ARROWS[from]!.includes(to))
      ? []
      : [`${relative(SRC, file)} -> ${target}`];
  });
  expect(wrong).toEqual([]);
});

test('src has no runtime dependency', () => {
  // The plugin imports only types of the linter that runs it.
  const outside = imports
    .filter(({ target, file }) => !target.startsWith('.') && roomOf(file) !== 'eslint')
    .map(({ file, target }) => [file, target]);
  expect(outside).toEqual([]);
});

test('the ESLint plugin imports only types from outside', () => {
  const outside = files
    .filter((file) => roomOf(file) === 'eslint')
    .flatMap((file) => readFileSync(file, 'utf8').match(/^import (?!type )[^;]*from '[^.][^']*'/gm) ?? []);
  expect(outside).toEqual([]);
});

test("nothing names Node's Buffer or process as a global it relies on", () => {
  const wrong = files.filter((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .some(
        (line) =>
          !/^\s*(\*|\/\/)/.test(line) && /(?<![.\w'"`{])(Buffer\.(from|alloc|concat)|process\.)/.test(line),
      ),
  );
  expect(wrong).toEqual([]);
});

/** The first cycle of a graph, as a path that ends where it began; null if there is none. */
function circleOf(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] | null {
  const finished = new Set<string>();
  const path: string[] = [];
  const visit = (node: string): string[] | null => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (finished.has(node)) return null;
    path.push(node);
    for (const next of graph.get(node) ?? []) {
      const found = visit(next);
      if (found !== null) return found;
    }
    path.pop();
    finished.add(node);
    return null;
  };
  for (const node of graph.keys()) {
    const found = visit(node);
    if (found !== null) return found;
  }
  return null;
}

/** The imports as a graph; `nameOf` maps paths to its nodes. */
function graphOf(nameOf: (path: string) => string | null): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const { file, target } of imports) {
    if (!target.startsWith('.')) continue;
    const from = nameOf(file);
    const to = nameOf(join(dirname(file), target.replace(/\.js$/, '.ts')));
    if (from !== null && to !== null && from !== to) graph.set(from, (graph.get(from) ?? new Set()).add(to));
  }
  return graph;
}

test('a cycle is found', () => {
  const graph = new Map([
    ['a', new Set(['b'])],
    ['b', new Set(['c', 'd'])],
    ['d', new Set(['b'])],
  ]);
  expect(circleOf(graph)).toEqual(['b', 'd', 'b']);
});

test('rooms do not import each other in cycles', () => {
  expect(circleOf(graphOf(roomOf))).toBeNull();
});

test('files do not import each other in cycles, not even for types', () => {
  expect(circleOf(graphOf((path) => relative(SRC, path)))).toBeNull();
});
