/**
 * Every public name has a comment, and every function and method names the part of CPython that it follows,
 * or says that Python has none.
 */
import { join, relative } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '..', '..');
const ENTRIES = [
  'index',
  'runtime',
  'core',
  'codecs',
  'codecs-binary',
  'binascii',
  'base64',
  'zlib',
  'hmac',
  'testing',
  'kernels',
  'percent',
  'methods',
  'struct',
  'struct-uint8array',
  'record',
  'array',
  'io',
  'int',
  'protocol/index',
  'algorithms',
  'unicode-names',
  'operator',
  'builtins',
  'brython',
  'pyodide',
  'skulpt',
].map((name) => join(root, 'src', `${name}.ts`));

/** Names with a standard meaning in JavaScript: their type says it all. */
const WELL_KNOWN = new Set(['toString', 'toJSON', 'constructor']);

const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
  config: { compilerOptions: object };
};
const { options } = ts.convertCompilerOptionsFromJson({ ...config.compilerOptions, types: ['node'] }, root);
const program = ts.createProgram(ENTRIES, options);
const checker = program.getTypeChecker();

interface Found {
  readonly name: string;
  readonly comment: string;
  readonly callable: boolean;
  readonly internal: boolean;
  readonly place: string;
}

function describeSymbol(name: string, symbol: ts.Symbol): Found {
  const declarations = symbol.declarations ?? [];
  const text = declarations
    .flatMap((node) => ts.getJSDocCommentsAndTags(node))
    .map((doc) => doc.getFullText())
    .join('\n');
  const first = declarations[0];
  const place =
    first === undefined
      ? ''
      : `${relative(root, first.getSourceFile().fileName)}:${first.getSourceFile().getLineAndCharacterOfPosition(first.getStart()).line + 1}`;
  return {
    name,
    comment: text,
    callable: declarations.some(
      (node) => ts.isMethodDeclaration(node) || ts.isFunctionDeclaration(node) || ts.isAccessor(node),
    ),
    internal:
      declarations.length > 0 &&
      declarations.every((node) => ts.getJSDocTags(node).some((tag) => tag.tagName.text === 'internal')),
    place,
  };
}

function isOurs(symbol: ts.Symbol): boolean {
  return (symbol.declarations ?? []).some((node) =>
    node.getSourceFile().fileName.startsWith(join(root, 'src')),
  );
}

function isHidden(symbol: ts.Symbol): boolean {
  return (symbol.declarations ?? []).some((node) => {
    const flags = ts.getCombinedModifierFlags(node as ts.Declaration);
    if ((flags & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) !== 0) return true;
    const named = (node as ts.NamedDeclaration).name;
    return named !== undefined && ts.isPrivateIdentifier(named);
  });
}

/** The members of a class or an interface, including those of its bases. */
function membersOf(owner: string, symbol: ts.Symbol): Found[] {
  const found: Found[] = [];
  const sides: ts.Type[] = [];
  if ((symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface)) !== 0) {
    sides.push(checker.getDeclaredTypeOfSymbol(symbol));
  }
  if ((symbol.flags & ts.SymbolFlags.Class) !== 0) {
    sides.push(checker.getTypeOfSymbol(symbol));
  }
  for (const side of sides) {
    for (const member of checker.getPropertiesOfType(side)) {
      const name = member.getName();
      if (name === 'prototype' || !isOurs(member) || isHidden(member)) continue;
      // The names of symbols are mangled; the platform's need no comment.
      if (name.startsWith('__@')) continue;
      found.push(describeSymbol(`${owner}.${ts.unescapeLeadingUnderscores(member.escapedName)}`, member));
    }
  }
  return found;
}

/** The comment of `export * as name`, and the names behind it. */
function namespaceOf(name: string, exported: ts.Symbol, module: ts.Symbol): Found[] {
  const statement = exported.declarations?.[0]?.parent;
  const comment =
    statement === undefined ? '' : ts.getJSDocCommentsAndTags(statement).map((doc) => doc.getText());
  const own = { ...describeSymbol(name, module), comment: String(comment) };
  return [
    own,
    ...checker.getExportsOfModule(module).map((inner) => {
      const symbol = (inner.flags & ts.SymbolFlags.Alias) !== 0 ? checker.getAliasedSymbol(inner) : inner;
      return describeSymbol(`${name}.${inner.getName()}`, symbol);
    }),
  ];
}

function publicNames(): Found[] {
  const found = new Map<string, Found>();
  for (const entry of ENTRIES) {
    const module = checker.getSymbolAtLocation(program.getSourceFile(entry)!)!;
    for (const exported of checker.getExportsOfModule(module)) {
      const symbol =
        (exported.flags & ts.SymbolFlags.Alias) !== 0 ? checker.getAliasedSymbol(exported) : exported;
      const name = exported.getName();
      const items =
        (symbol.flags & ts.SymbolFlags.ValueModule) !== 0
          ? namespaceOf(name, exported, symbol)
          : [describeSymbol(name, symbol), ...membersOf(name, symbol)];
      for (const item of items) {
        if (!item.internal) found.set(`${item.name} ${item.place}`, item);
      }
    }
  }
  return [...found.values()];
}

const names = publicNames();
const list = (wrong: readonly Found[]) => wrong.map(({ name, place }) => `${name} (${place})`).sort();

test('the walk sees the public API', () => {
  const seen = new Set(names.map(({ name }) => name));
  expect([...seen]).toEqual(
    expect.arrayContaining([
      'Bytes.split',
      'ByteArray.take_bytes',
      'MemoryView.cast',
      'Struct.pack',
      'callMethod',
    ]),
  );
  expect(seen.size).toBeGreaterThan(400);
});

test('every public class, function, type and member has a comment', () => {
  const isSelfEvident = ({ name }: Found) => WELL_KNOWN.has(name.slice(name.lastIndexOf('.') + 1));
  expect(list(names.filter((found) => found.comment.trim() === '' && !isSelfEvident(found)))).toEqual([]);
});

test('every public method and function names the CPython function that it follows, or says that there is none', () => {
  const silent = names.filter(
    ({ name, callable, comment }) =>
      callable &&
      !WELL_KNOWN.has(name.slice(name.lastIndexOf('.') + 1)) &&
      !/CPython: |Not Python\b/.test(comment),
  );
  expect(list(silent)).toEqual([]);
});
