/**
 * Recognizes the library's types in a type-checked program. Assumes typescript-eslint's parser with type
 * information. Callers: every rule.
 */
import type { ParserServicesWithTypeInformation, TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Type, TypeChecker, TypeReference } from 'typescript';

/** The context that ESLint passes to a rule. */
export type Context = Readonly<TSESLint.RuleContext<string, readonly unknown[]>>;

/** Our types, by the value of their brand. */
export type OurKind = 'bytes' | 'bytearray' | 'memoryview' | 'array';

/**
 * The compiler's name of a property under the unique symbol `BRAND`. A bundler of declarations may have added
 * a number.
 */
const BRAND = /^__@BRAND(\$\d+)?@\d+$/;
const KINDS: readonly string[] = ['bytes', 'bytearray', 'memoryview', 'array'] satisfies OurKind[];

/** Which types an expression may have. */
export interface Seen {
  /** Our types among them. */
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

/** The types of a union, with type parameters replaced by their constraints. */
function partsOf(checker: TypeChecker, type: Type): readonly Type[] {
  const constraint = checker.getBaseConstraintOfType(type) ?? type;
  if (constraint.isUnion()) return constraint.types.flatMap((part) => partsOf(checker, part));
  return [constraint];
}

/** Which types a type consists of. */
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

/** Which types an expression may have. */
export function typesOf(context: Context, node: TSESTree.Node): Seen {
  return seenIn(context, services(context).getTypeAtLocation(node));
}

/** Which types the items of an array or another list may have; null if it is not a list. */
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
 * Whether a type has one of these names and is the platform's: declared in the compiler's own libraries or in
 * Node's types.
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

/** Whether an expression is a platform object with one of these names, such as a `FormData`. */
export function isPlatformObject(
  context: Context,
  node: TSESTree.Node,
  ...names: readonly string[]
): boolean {
  const checker = services(context).program.getTypeChecker();
  const type = services(context).getTypeAtLocation(node);
  return partsOf(checker, type).some((part) => isOfPlatform(context, part, names));
}

/** Which types the keys of a `Map` or `Set` may have, also of a read-only one; null if it is neither. */
export function keyTypesOf(context: Context, node: TSESTree.Node): Seen | null {
  const checker = services(context).program.getTypeChecker();
  const type = checker.getApparentType(services(context).getTypeAtLocation(node));
  if (!isOfPlatform(context, type, ['Map', 'Set', 'ReadonlyMap', 'ReadonlySet'])) return null;
  const [key] = checker.getTypeArguments(type as TypeReference);
  return key === undefined ? null : seenIn(context, key);
}

/** How deep to search objects for our values. */
const DEPTH = 4;

/**
 * Whether an object may hold one of our values in an array, a `Map`, a `Set` or a property, up to a depth.
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
      // The platform's own classes hold none of our values, and have many properties.
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

/** `object.name`. */
export type NamedMember = TSESTree.MemberExpressionNonComputedName & {
  readonly property: TSESTree.Identifier;
};

/** Whether an expression is `object.name`, not `object[name]`, which may refer to any method. */
export function isNamedMember(node: TSESTree.Node): node is NamedMember {
  return node.type === 'MemberExpression' && !node.computed && node.property.type === 'Identifier';
}

/** Names of the global object. */
const GLOBAL_OBJECTS = ['globalThis', 'window', 'self', 'global'];

/**
 * Whether an expression refers to the platform's global with one of these names: `btoa`, `globalThis.btoa`.
 */
export function isGlobal(context: Context, node: TSESTree.Node, ...names: readonly string[]): boolean {
  if (isNamedMember(node)) {
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
