/**
 * Recognises the library's types in a checked program. Assumes a parser with type information
 * (typescript-eslint's). Callers: every rule.
 */
import type { ParserServicesWithTypeInformation, TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Type, TypeChecker, TypeReference } from 'typescript';

/** What a rule is given. */
export type Context = Readonly<TSESLint.RuleContext<string, readonly unknown[]>>;

/** The types, by the value of their brand. */
export type OurKind = 'bytes' | 'bytearray' | 'memoryview' | 'array';

/**
 * How the compiler names a property under the unique symbol `BRAND`; a bundler of declarations may have
 * numbered it.
 */
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

/** The compiler's view of the program; throws typescript-eslint's explanation if there is none. */
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

/** The types of a union, with type parameters replaced by what they extend. */
function partsOf(checker: TypeChecker, type: Type): readonly Type[] {
  const constraint = checker.getBaseConstraintOfType(type) ?? type;
  if (constraint.isUnion()) return constraint.types.flatMap((part) => partsOf(checker, part));
  return [constraint];
}

/** What a type is made of. */
function seenIn(context: Context, type: Type): Seen {
  const checker = services(context).program.getTypeChecker();
  const kinds: OurKind[] = [];
  let nullable = false;
  let others = false;
  for (const part of partsOf(checker, type)) {
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
  const lists = partsOf(checker, services(context).getTypeAtLocation(node)).filter(
    (part) => checker.isArrayType(part) || checker.isTupleType(part),
  );
  const items = lists.flatMap((list) => list.getNumberIndexType() ?? []);
  if (items.length === 0) return null;
  const seen = items.map((item) => seenIn(context, item));
  return {
    kinds: seen.flatMap(({ kinds }) => kinds),
    nullable: seen.some(({ nullable }) => nullable),
    others: seen.some(({ others }) => others),
  };
}

/**
 * Whether a type is one of the platform's, which the compiler's own libraries or the types of Node declare,
 * of one of these names.
 */
function isOfPlatform(context: Context, type: Type, names: readonly string[]): boolean {
  const symbol = type.getSymbol();
  if (symbol === undefined || !names.includes(symbol.name)) return false;
  const { program } = services(context);
  return (symbol.declarations ?? []).some((declaration) => {
    const file = declaration.getSourceFile();
    return program.isSourceFileDefaultLibrary(file) || file.fileName.includes('/@types/');
  });
}

/** Whether an expression is an object of the platform's of one of these names, such as a `FormData`. */
export function isPlatformObject(
  context: Context,
  node: TSESTree.Node,
  ...names: readonly string[]
): boolean {
  const checker = services(context).program.getTypeChecker();
  const type = services(context).getTypeAtLocation(node);
  return partsOf(checker, type).some((part) => isOfPlatform(context, part, names));
}

/**
 * What the types of a platform `Map`'s or `Set`'s keys are, also of a read-only one; null for what is
 * neither.
 */
export function keyTypesOf(context: Context, node: TSESTree.Node): Seen | null {
  const checker = services(context).program.getTypeChecker();
  const type = checker.getApparentType(services(context).getTypeAtLocation(node));
  if (!isOfPlatform(context, type, ['Map', 'Set', 'ReadonlyMap', 'ReadonlySet'])) return null;
  const [key] = checker.getTypeArguments(type as TypeReference);
  return key === undefined ? null : seenIn(context, key);
}

/** How deep objects are searched for values of ours. */
const DEPTH = 4;

/**
 * Whether an object may hold one of our values in an array, a `Map`, a `Set` or a property, at any of some
 * depths.
 */
export function holdsOurs(context: Context, node: TSESTree.Node): boolean {
  const { program } = services(context);
  const checker = program.getTypeChecker();
  const holds = (type: Type, depth: number): boolean =>
    partsOf(checker, type).some((part) => {
      if (kindOf(context, part) !== null) return true;
      if (depth === 0) return false;
      if (
        checker.isArrayType(part) ||
        checker.isTupleType(part) ||
        isOfPlatform(context, part, ['Map', 'Set'])
      )
        return checker.getTypeArguments(part as TypeReference).some((inner) => holds(inner, depth - 1));
      const file = part.getSymbol()?.declarations?.[0]?.getSourceFile();
      // The platform's own classes hold nothing of ours, and have many properties.
      if (file === undefined || program.isSourceFileDefaultLibrary(file)) return false;
      return part.getProperties().some((property) => holds(checker.getTypeOfSymbol(property), depth - 1));
    });
  return holds(services(context).getTypeAtLocation(node), DEPTH);
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

/** Names of the global object. */
const GLOBAL_OBJECTS = ['globalThis', 'window', 'self', 'global'];

/**
 * Whether an expression means the platform's global of one of these names here: `btoa`, `globalThis.btoa`.
 */
export function isGlobal(context: Context, node: TSESTree.Node, ...names: readonly string[]): boolean {
  if (node.type === 'MemberExpression' && node.property.type === 'Identifier' && !node.computed) {
    return names.includes(node.property.name) && isGlobal(context, node.object, ...GLOBAL_OBJECTS);
  }
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
