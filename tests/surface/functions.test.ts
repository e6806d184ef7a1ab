/**
 * The TypeScript declarations of the functions of binascii, base64, zlib, hmac and codecs against CPython's
 * signatures: the order of parameters, which may be omitted, and which are keywords. Keywords are the fields
 * of a trailing object.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

type Kind = 'POSITIONAL_ONLY' | 'POSITIONAL_OR_KEYWORD' | 'KEYWORD_ONLY';
type Parameter = [name: string, kind: Kind, byDefault: string | null];

const root = join(__dirname, '../..');
const recorded = JSON.parse(
  readFileSync(join(root, 'tests/bad-values/functions.generated.json'), 'utf8'),
) as { signatures: [name: string, parameters: Parameter[]][] };

const RENAMED: Readonly<Record<string, string>> = { 'codecs.lookup_error': 'lookupError' };
const modules = ['binascii', 'base64', 'zlib', 'hmac', 'codecs'];
const program = ts.createProgram(
  modules.map((module) => join(root, `src/${module}.ts`)),
  { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, strict: true, noEmit: true, types: [] },
);
const checker = program.getTypeChecker();

/** The call signatures of a function. */
function signaturesOf(name: string): readonly ts.Signature[] {
  const [module, own] = name.split('.') as [string, string];
  const file = program.getSourceFile(join(root, `src/${module}.ts`))!;
  const exported = checker
    .getExportsOfModule(checker.getSymbolAtLocation(file)!)
    .find((symbol) => symbol.name === (RENAMED[name] ?? own))!;
  const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  return checker.getTypeOfSymbol(symbol).getCallSignatures();
}

const isOptional = (parameter: ts.Symbol): boolean =>
  parameter.declarations!.some(
    (declaration) =>
      ts.isParameter(declaration) && (declaration.questionToken ?? declaration.initializer) !== undefined,
  );

/** The parameters of a signature without the trailing object, and the fields of that object. */
function describe(signature: ts.Signature): { positional: ts.Symbol[]; keywords: string[] } {
  const parameters = [...signature.getParameters()];
  const last = parameters.at(-1);
  if (last?.name !== 'options') return { positional: parameters, keywords: [] };
  const type = checker.getNonNullableType(checker.getTypeOfSymbol(last));
  return {
    positional: parameters.slice(0, -1),
    keywords: checker.getPropertiesOfType(type).map(({ name }) => name),
  };
}

/** Returns the faults of a function's declarations. */
function faults(name: string, parameters: readonly Parameter[]): string[] {
  const calls = signaturesOf(name).map(describe);
  const found: string[] = [];
  const most = calls.reduce((a, b) => (b.positional.length > a.positional.length ? b : a));
  const positional = parameters.filter(([, kind]) => kind !== 'KEYWORD_ONLY');
  if (most.positional.length !== positional.length)
    found.push(`${name}: ${most.positional.length} positional parameters`);
  positional.forEach(([own, kind, byDefault], i) => {
    const ours = most.positional[i];
    if (ours === undefined) return;
    // Callers cannot pass the first parameter and positional-only ones by name.
    if (i > 0 && kind !== 'POSITIONAL_ONLY' && ours.name !== own)
      found.push(`${name}: ${ours.name} is ${own} in Python`);
    if (isOptional(ours) !== (byDefault !== null)) found.push(`${name}: ${own} may be omitted, or not`);
  });
  const keywords = parameters.slice(1).flatMap(([own, kind]) => (kind === 'POSITIONAL_ONLY' ? [] : own));
  // The signature with one positional parameter must have all keywords.
  const named = calls.filter((call) => call.positional.length === 1).flatMap((call) => call.keywords);
  if (keywords.sort().join() !== [...new Set(named)].sort().join())
    found.push(`${name}: keywords ${named.join()} instead of ${keywords.join()}`);
  return found;
}

test("parameters are Python's", () => {
  expect(recorded.signatures.flatMap(([name, parameters]) => faults(name, parameters))).toEqual([]);
  expect(recorded.signatures.length).toBeGreaterThan(45);
});

test('a difference is seen', () => {
  const [, parameters] = recorded.signatures.find(([name]) => name === 'base64.b64decode')!;
  expect(faults('base64.b64decode', parameters.slice(0, -1))).toHaveLength(1);
  expect(faults('base64.b64decode', [...parameters, ['more', 'KEYWORD_ONLY', '0']])).toHaveLength(1);
  expect(faults('base64.b64encode', parameters)).not.toEqual([]);
});
