/**
 * Recognises the library's types in a checked program. Assumes a parser with type information (typescript-eslint's).
 * Callers: every rule.
 */
import type { ParserServicesWithTypeInformation, TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Type } from 'typescript';

/** What a rule is given. */
export type Context = Readonly<TSESLint.RuleContext<string, readonly unknown[]>>;

/** The types, by the value of their brand. */
export type OurKind = 'bytes' | 'bytearray' | 'memoryview' | 'array';

/** How the compiler names a property under the unique symbol `BRAND`; a bundler of declarations may have numbered it. */
const BRAND = /^__@BRAND(\$\d+)?@\d+$/;
const KINDS: readonly string[] = ['bytes', 'bytearray', 'memoryview', 'array'] satisfies OurKind[];

/** What the types of an expression are. */
export interface Seen {
  /** Those of ours among them. */
  readonly kinds: readonly OurKind[];
  /** Whether null or undefined is among them. */
  readonly nullable: boolean;
  /** Whether anything else is among them. */
  readonly others: boolean;
}

/** The compiler's view of the program; throws typescript-eslint's explanation where there is none. */
function services(context: Context): ParserServicesWithTypeInformation {
  const found = context.sourceCode.parserServices as Partial<ParserServicesWithTypeInformation> | undefined;
  if (found?.program === undefined || found.program === null) {
    throw new Error(
      "pybuffer's rules need type information: set languageOptions.parserOptions.projectService of typescript-eslint",
    );
  }
  return found as ParserServicesWithTypeInformation;
}

function kindOf(context: Context, type: Type): OurKind | null {
  const property = type.getProperties().find(({ escapedName }) => BRAND.test(String(escapedName)));
  if (property === undefined) return null;
  const value = services(context).program.getTypeChecker().getTypeOfSymbol(property);
  return value.isStringLiteral() && KINDS.includes(value.value) ? (value.value as OurKind) : null;
}

/** What a type is made of. */
function seenIn(context: Context, type: Type): Seen {
  const checker = services(context).program.getTypeChecker();
  const constraint = checker.getBaseConstraintOfType(type) ?? type;
  const kinds: OurKind[] = [];
  let nullable = false;
  let others = false;
  for (const part of constraint.isUnion() ? constraint.types : [constraint]) {
    const kind = kindOf(context, part);
    if (kind !== null) kinds.push(kind);
    else if (['null', 'undefined', 'void'].includes(checker.typeToString(part))) nullable = true;
    else others = true;
  }
  return { kinds, nullable, others };
}

/** What the types of an expression are. */
export function typesOf(context: Context, node: TSESTree.Node): Seen {
  return seenIn(context, services(context).getTypeAtLocation(node));
}

/** What the types of an array's or another list's items are; null for what is no list. */
export function itemTypesOf(context: Context, node: TSESTree.Node): Seen | null {
  const checker = services(context).program.getTypeChecker();
  const type = services(context).getTypeAtLocation(node);
  if (!checker.isArrayType(type) && !checker.isTupleType(type)) return null;
  const item = type.getNumberIndexType();
  return item === undefined ? null : seenIn(context, item);
}

/** Whether an expression is certainly one of our values. */
export function isOurs(context: Context, node: TSESTree.Node): boolean {
  const { kinds, nullable, others } = typesOf(context, node);
  return kinds.length > 0 && !nullable && !others;
}

/** Whether an expression may be one of our values. */
export function mayBeOurs(context: Context, node: TSESTree.Node): boolean {
  return typesOf(context, node).kinds.length > 0;
}

/** Whether a name means the platform's global of that name here. */
export function isGlobal(context: Context, node: TSESTree.Node, ...names: readonly string[]): boolean {
  if (node.type !== 'Identifier' || !names.includes(node.name)) return false;
  for (
    let scope: TSESLint.Scope.Scope | null = context.sourceCode.getScope(node);
    scope;
    scope = scope.upper
  ) {
    const variable = scope.set.get(node.name);
    if (variable !== undefined) return variable.defs.length === 0;
  }
  return true;
}
