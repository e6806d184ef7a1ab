/**
 * Generates the condensed reference of the public API, `llms-full.txt`, from the sources: each name of each
 * entry with its signature and the first sentence of its documentation. Callers: write-reference.ts and the
 * test that the file is up to date.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { signatures } from '../src/runtime/signatures.data.js';

/** Entries for which one sentence is enough. */
const SHORT: Readonly<Record<string, string>> = {
  core: "The same names as 'pybuffer', without its parts: other text encodings, mod (the operator %), methods that treat bytes as text, hash, SIMD kernels.",
  percent: 'Importing it registers mod, the operator %.',
  methods:
    'Importing it registers hash and the methods that treat bytes as text: upper, isdigit, center, splitlines, translate and their like.',
  'codecs-cjk': 'Importing it registers the encodings of East Asia.',
  'codecs-binary':
    'Importing it registers the codecs from bytes to bytes: hex, base64, quopri, uu, zlib, bz2.',
};

/** Entries for runtimes and tools, listed by name only; their documentation has the rest. */
const NAMES_ONLY = new Set(['runtime', 'algorithms', 'protocol', 'eslint', 'brython', 'skulpt']);

/** Methods that do what Python's manual says, of which the reference has only the signatures. */
const PYTHON_NAMES = new Set(
  Object.values(signatures).flatMap((names) => Object.keys(names).filter((name) => /^[a-z]/.test(name))),
);

const HEAD = `# pybuffer: condensed reference

Every public name of every entry, with its signature and the first sentence of its documentation; \`npm run reference\` makes it from the
sources. llms.txt says how the names are used. A method without a sentence does what Python's manual says. Arguments that Python takes by
keyword may also be the fields of one trailing object, which signatures here leave out: split(sep?, maxsplit?) is also split({ maxsplit }).
`;

/** The text of the reference for the project in a folder. */
export function reference(root: string): string {
  const manifest = readFileSync(join(root, 'package.json'), 'utf8');
  const { exports } = JSON.parse(manifest) as { exports: Record<string, unknown> };
  const entries = Object.keys(exports)
    .filter((path) => path !== './package.json')
    .map((path) => (path === '.' ? 'index' : path.slice(2)));
  const fileOf = (name: string) =>
    [`src/${name}.ts`, `src/${name}/index.ts`].map((path) => join(root, path)).find(existsSync)!;
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.config.compilerOptions, root);
  const program = ts.createProgram(entries.map(fileOf), options);
  const writer = new Writer(program.getTypeChecker());
  const sections = entries.map((name) => {
    const title = name === 'index' ? 'pybuffer' : `pybuffer/${name}`;
    return `## ${title}\n\n${SHORT[name] ?? writer.entry(title, program.getSourceFile(fileOf(name))!)}\n`;
  });
  return `${HEAD}\n${sections.join('\n')}`;
}

/** Describes each name at its first export; later entries refer to that one. */
class Writer {
  private readonly places = new Map<ts.Symbol, string>();
  private readonly bases = new Map<ts.Symbol, string>();

  constructor(private readonly checker: ts.TypeChecker) {}

  entry(title: string, file: ts.SourceFile): string {
    const module = this.checker.getSymbolAtLocation(file);
    if (NAMES_ONLY.has(title.slice('pybuffer/'.length)))
      return `${this.checker
        .getExportsOfModule(module!)
        .map(({ name }) => name)
        .join(', ')}.`;
    const lines: string[] = [];
    const known = new Map<string, string[]>();
    for (const exported of module === undefined ? [] : this.checker.getExportsOfModule(module)) {
      const symbol = this.original(exported);
      const place = this.places.get(symbol);
      if (place !== undefined) known.set(place, [...(known.get(place) ?? []), exported.name]);
      else {
        this.places.set(symbol, title);
        lines.push(...this.describe(exported.name, symbol));
      }
    }
    for (const [place, names] of known) lines.push(`As in ${place}: ${names.join(', ')}.`);
    return lines.length === 0 ? 'Importing it has its effect; it exports nothing.' : lines.join('\n');
  }

  private original(symbol: ts.Symbol): ts.Symbol {
    return symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol;
  }

  private describe(name: string, symbol: ts.Symbol): string[] {
    const declaration = symbol.declarations?.[0];
    if (declaration === undefined) return [];
    const doc = this.sentence(symbol);
    if (ts.isClassDeclaration(declaration)) return this.describeClass(name, declaration, doc);
    if (ts.isFunctionDeclaration(declaration)) return this.overloads(name, symbol, doc, '- ');
    if (ts.isInterfaceDeclaration(declaration)) {
      const members = declaration.members.filter((member) => !isHidden(member)).map((member) => flat(member));
      return [`- interface ${name} { ${members.join(' ')} }${doc}`];
    }
    if (ts.isTypeAliasDeclaration(declaration)) return [`- type ${name} = ${flat(declaration.type)}${doc}`];
    if (ts.isVariableDeclaration(declaration)) {
      const type = declaration.type === undefined ? '' : `: ${flat(declaration.type)}`;
      return [`- const ${name}${type}${doc}`];
    }
    // A namespace: `export * as operator`.
    const names = this.checker.getExportsOfModule(symbol).map((inner) => inner.name);
    return [`- namespace ${name}: ${names.join(', ')}${doc}`];
  }

  private describeClass(name: string, declaration: ts.ClassDeclaration, doc: string): string[] {
    const heritage = declaration.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
    const base =
      heritage === undefined ? undefined : this.checker.getTypeAtLocation(heritage.types[0]!).getSymbol();
    const lines = [
      `- class ${name}${heritage === undefined ? '' : ` extends ${flat(heritage.types[0]!)}`}${doc}`,
    ];
    // Describe a base that is not exported with the first class that derives from it.
    const inner = base?.declarations?.find(ts.isClassDeclaration);
    if (inner !== undefined && base !== undefined && !inner.getSourceFile().isDeclarationFile) {
      const first = this.bases.get(base);
      const isOwn = !/^Py[A-Z]|Error$/.test(base.name);
      if (first !== undefined) lines.push(`  - (the members of ${base.name}: see ${first})`);
      else if (isOwn && !this.places.has(base)) {
        this.bases.set(base, name);
        lines.push(...this.members(inner, ` (${base.name})`));
        for (const part of this.partsOf(base)) lines.push(...this.members(part, ` (${base.name})`));
      }
    }
    return [...lines, ...this.members(declaration, '')];
  }

  /**
   * The classes whose methods a part adds to this prototype: an interface with the name of this class extends
   * them.
   */
  private partsOf(symbol: ts.Symbol): ts.ClassDeclaration[] {
    return (symbol.declarations ?? [])
      .filter(ts.isInterfaceDeclaration)
      .flatMap(({ heritageClauses }) => heritageClauses?.flatMap(({ types }) => types) ?? [])
      .flatMap((type) => this.checker.getTypeAtLocation(type).getSymbol()?.declarations ?? [])
      .filter(ts.isClassDeclaration);
  }

  private members(declaration: ts.ClassDeclaration, note: string): string[] {
    const lines: string[] = [];
    const seen = new Set<string>();
    for (const member of declaration.members) {
      if (isHidden(member)) continue;
      if (ts.isConstructorDeclaration(member)) {
        if (
          member.body !== undefined &&
          declaration.members.some((m) => ts.isConstructorDeclaration(m) && m.body === undefined)
        )
          continue;
        lines.push(`  - new(${parametersOf(member)})${note}`);
        continue;
      }
      const name = member.name?.getText();
      if (name === undefined || !/^\w+$/.test(name) || name.startsWith('_')) continue;
      const isStatic = (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Static) !== 0;
      const key = `${isStatic ? 'static ' : ''}${name}`;
      const symbol = this.checker.getSymbolAtLocation(member.name!);
      if (symbol === undefined || seen.has(key)) continue;
      seen.add(key);
      const doc = PYTHON_NAMES.has(name) ? '' : this.sentence(symbol);
      if (ts.isMethodDeclaration(member)) lines.push(...this.overloads(key, symbol, doc, '  - '));
      else if (ts.isGetAccessor(member) || ts.isPropertyDeclaration(member))
        lines.push(`  - ${key}${member.type === undefined ? '' : `: ${flat(member.type)}`}${doc}`);
    }
    return lines;
  }

  /** A line for each overload; the implementation of overloads has none. */
  private overloads(name: string, symbol: ts.Symbol, doc: string, indent: string): string[] {
    const declarations = (symbol.declarations ?? []).filter(
      (each): each is ts.FunctionDeclaration | ts.MethodDeclaration =>
        ts.isFunctionDeclaration(each) || ts.isMethodDeclaration(each),
    );
    const open =
      declarations.length > 1 ? declarations.filter(({ body }) => body === undefined) : declarations;
    return open
      .filter((each, i) => !isHidden(each) && (i === 0 || !/[oO]ptions\b/.test(parametersOf(each))))
      .map((each, i) => {
        const result = each.type === undefined ? '' : `: ${flat(each.type)}`;
        return `${indent}${name}(${parametersOf(each)})${result}${i === 0 ? doc : ''}`;
      });
  }

  /** The first sentence of a symbol's documentation. */
  private sentence(symbol: ts.Symbol): string {
    const text = ts.displayPartsToString(symbol.getDocumentationComment(this.checker)).replace(/\s+/g, ' ');
    const first = /^.*?[.:](?= [A-Z`]|$)/.exec(text)?.[0] ?? text;
    return first === '' ? '' : ` -- ${first.replace(/[.:]$/, '')}`;
  }
}

function parametersOf({ parameters }: ts.SignatureDeclaration): string {
  return parameters
    .map((parameter) => flat(parameter).replace(/ = .*$/, (value) => (value.includes('=>') ? '' : value)))
    .join(', ');
}

/** The source of a node without comments and line ends. */
function flat(node: ts.Node): string {
  return node
    .getText()
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether a member is not part of the public API. */
function isHidden(node: ts.Node): boolean {
  const flags = ts.getCombinedModifierFlags(node as ts.Declaration);
  if (flags & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) return true;
  return ts.getJSDocTags(node).some(({ tagName }) => tagName.text === 'internal');
}
