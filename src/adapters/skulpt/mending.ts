/**
 * Fixes faults of Skulpt that keep bytes from behaving as in CPython. Some affect all types: `super()` in the
 * `__new__` of a class derived from bytes, `view[...]`, bitwise operators on an int made from bytes, the
 * digits of a float that `struct` unpacked, the repr of decoded text, and `except LookupError` for `b[5]`.
 * The others affect only our types: `copy`, and error messages (methods called through the class,
 * `bytes.x = 1`, unpacking, `min`). Caller: `install`.
 */
import { floatRepr } from '../../formats/index.js';
import { reprValue } from '../../formats/repr-value.js';
import { typeError } from '../wording.js';
import { VALUE } from './border.js';
import type { Border } from './border.js';
import type { Keywords, PyObject, SkulptClass } from './skulpt.js';

type Call = (...args: never[]) => unknown;
type FastCall = (args: PyObject[], kwargs: Keywords) => unknown;

/** Applies the fixes. Those that wrap an internal function do nothing if Skulpt lacks it. */
export function mendSkulpt(border: Border): void {
  mendSuper(border);
  mendBits(border);
  mendFloats(border);
  mendCopy(border);
  mendUnbound(border);
  mendEllipsis(border);
  mendLookups(border);
  mendTypes(border);
  mendEmpty(border);
  mendNames(border);
  mendUnpacking(border);
  mendReprs(border);
  for (const cls of border.names.keys()) mendNew(border, cls);
}

/** A node of Skulpt's syntax tree; names are Python strings. */
interface Node {
  readonly _astname?: string;
  readonly name?: { readonly v: string };
  readonly id?: { readonly v: string };
  readonly body?: readonly Node[] | Node;
  readonly args?: unknown;
  readonly func?: Node;
  readonly keywords?: readonly Node[] | null;
}

/**
 * Skulpt's `super()` reads the variable `self`, but `__new__` and class methods name their first parameter
 * differently. So their calls become `super(C, cls)`.
 */
function mendSuper({ Sk }: Border): void {
  const parse = Sk['astFromParse'] as ((...args: unknown[]) => Node) | undefined;
  if (typeof parse !== 'function') return;
  Sk['astFromParse'] = (...args: unknown[]) => {
    const tree = parse(...args);
    visit(tree, null, null);
    return tree;
  };
}

/**
 * Gives each `super()` within a node its arguments: the name of the class and the name of the method's first
 * parameter.
 */
function visit(node: unknown, cls: Node | null, first: unknown): void {
  if (Array.isArray(node)) {
    for (const each of node) visit(each, cls, first);
    return;
  }
  if (!isNode(node)) return;
  const kind = node._astname;
  if (kind === 'ClassDef') return visit(node.body, node, null);
  if (kind === 'FunctionDef') {
    // A function within a method has a first parameter of its own.
    const parameter = cls === null ? null : firstParameter(node);
    return visit(node.body, parameter === null ? null : cls, parameter);
  }
  if (kind === 'Call' && first !== null && isBareSuper(node)) {
    const nameOf = (id: unknown) =>
      Object.assign(Object.create(Object.getPrototypeOf(node.func) as object) as Node, node.func, { id });
    Object.assign(node, { args: [nameOf(cls!.name), nameOf(first)] });
    return;
  }
  for (const each of Object.values(node)) if (typeof each === 'object') visit(each, cls, first);
}

function isNode(value: unknown): value is Node {
  return (value as Node | null | undefined)?._astname !== undefined;
}

/**
 * The name of a method's first parameter; null if there is none, or if it is `self`, which Skulpt handles.
 */
function firstParameter(method: Node): unknown {
  const { args } = (method.args ?? {}) as { args?: readonly { arg: { v: string } }[] | null };
  const name = args?.[0]?.arg;
  return name === undefined || name.v === 'self' ? null : name;
}

function isBareSuper({ func, args, keywords }: Node): boolean {
  const isNone = (list: unknown) => !Array.isArray(list) || list.length === 0;
  return func?.id?.v === 'super' && isNone(args) && isNone(keywords);
}

/** A binary operator of Skulpt's ints. */
type Operator = (this: PyObject, other: PyObject) => PyObject;

const isInt32 = (value: unknown): value is number => typeof value === 'number' && (value | 0) === value;

/**
 * Skulpt uses JavaScript's bitwise operators, which see only 32 bits of a number and 5 bits of a shift
 * distance, and makes their negative results positive.
 *
 * The operators are written out, with ints of 32 bits first: V8 keeps what it has seen for each function of the source,
 * so one function for all of them would be slower than Skulpt's.
 */
function mendBits({ Sk }: Border): void {
  const int = Sk.builtin['int_']!;
  const own = int.prototype as unknown as Record<'nb$and' | 'nb$or' | 'nb$xor' | 'nb$rshift', Operator> & {
    nb$invert(this: PyObject): PyObject;
  };
  const { nb$and, nb$or, nb$xor, nb$rshift, nb$invert } = own;
  /** The result for numbers; null for all else, which is Skulpt's own. */
  const wide = (
    { v: left }: PyObject,
    { v: right, ob$type: cls }: PyObject,
    compute: (left: bigint, right: bigint) => bigint,
  ): PyObject | null => {
    const isNumber = typeof left === 'number' && typeof right === 'number';
    if (!isNumber || (cls !== int && !(cls.prototype instanceof int))) return null;
    const value = compute(BigInt(left), BigInt(right));
    // Safe ints have no result above the largest of them, but one below the least.
    return new int(value < Number.MIN_SAFE_INTEGER ? value : Number(value));
  };
  own.nb$and = function (other) {
    const { v: left } = this;
    const { v: right } = other;
    if (isInt32(left) && isInt32(right) && other.ob$type === int) return new int(left & right);
    return wide(this, other, (a, b) => a & b) ?? nb$and.call(this, other);
  };
  own.nb$or = function (other) {
    const { v: left } = this;
    const { v: right } = other;
    if (isInt32(left) && isInt32(right) && other.ob$type === int) return new int(left | right);
    return wide(this, other, (a, b) => a | b) ?? nb$or.call(this, other);
  };
  own.nb$xor = function (other) {
    const { v: left } = this;
    const { v: right } = other;
    if (isInt32(left) && isInt32(right) && other.ob$type === int) return new int(left ^ right);
    return wide(this, other, (a, b) => a ^ b) ?? nb$xor.call(this, other);
  };
  own.nb$rshift = function (other) {
    const { v: left } = this;
    const { v: right } = other;
    if (isInt32(left) && isInt32(right) && right >= 0 && right < 32 && other.ob$type === int)
      return new int(left >> right);
    // Skulpt raises for a negative distance.
    const isNegative = typeof right === 'number' && right < 0;
    return (isNegative ? null : wide(this, other, (a, b) => a >> b)) ?? nb$rshift.call(this, other);
  };
  own.nb$invert = function () {
    return typeof this.v === 'number' ? new int(-this.v - 1) : nb$invert.call(this);
  };
}

/** Skulpt shows 16 digits of a float, the last of which can be wrong. Python shows as many as identify it. */
function mendFloats({ Sk }: Border): void {
  const { float_, str } = Sk.builtin;
  float_!.prototype['$r'] = function (this: PyObject) {
    return new str!(floatRepr(this.v as number));
  };
}

/**
 * Appended to Skulpt's `copy`, which copies objects of built-in types by changing the class of a new object, and takes
 * a class with a method `__getstate__` for an object with one.
 */
const COPY = `
import io as _io
_builtin = (bytes, bytearray, memoryview, _io.BytesIO)
_copy_own = copy
_deepcopy_own = deepcopy

def _reduced(x, memo):
    if type(x) is bytes:
        return x
    return _reconstruct(x, x.__reduce_ex__(4), memo is not None, memo)

def copy(x):
    if isinstance(x, _builtin) and not hasattr(type(x), '__copy__'):
        return _reduced(x, None)
    return _copy_own(x)

def deepcopy(x, memo=None, _nil=[]):
    if isinstance(x, type):
        return x
    if not isinstance(x, _builtin) or hasattr(type(x), '__deepcopy__'):
        return _deepcopy_own(x, memo, _nil)
    if memo is None:
        memo = {}
    if id(x) not in memo:
        memo[id(x)] = _reduced(x, memo)
        _keep_alive(x, memo)
    return memo[id(x)]
`;

function mendCopy({ Sk }: Border): void {
  const files = Sk.builtinFiles?.files;
  const own = files?.['src/lib/copy.py'];
  if (own !== undefined) files!['src/lib/copy.py'] = `${own}\n${COPY}`;
}

/** The errors of `bytes.upper()` and `bytes.upper(5)`. */
function mendUnbound(border: Border): void {
  const { host, names } = border;
  const { prototype } = border.Sk.builtin['method_descriptor']!;
  const before = prototype['m$checkself'] as Call | undefined;
  if (before === undefined) return;
  prototype['m$checkself'] = function (this: PyObject, self: PyObject | undefined) {
    const cls = this['d$type'] as SkulptClass;
    if (self?.ob$type === cls) return;
    if (names.has(cls) && !(self instanceof cls)) {
      const type = host.nameOf(cls);
      const name = String(this['d$name']);
      throw typeError(
        host,
        self === undefined
          ? `unbound method ${type.name}.${name}() needs an argument`
          : `descriptor '${name}' for '${type.full}' objects doesn't apply to a '${host.nameOf(self.ob$type).full}' object`,
      );
    }
    before.call(this, self as never);
  };
}

/** The error of `bytes.__new__(5)`. */
function mendNew({ Sk, host }: Border, cls: SkulptClass): void {
  const own = Object.hasOwn(cls.prototype, '__new__') ? (cls.prototype['__new__'] as PyObject) : undefined;
  if (own === undefined) return;
  const meth = own['$meth'] as Call;
  own['tp$call'] = own['$meth'] = (args: PyObject[], kwargs: Keywords) => {
    const [first] = args;
    if (first !== undefined && first['sk$type'] === undefined) {
      const type = host.nameOf(cls).full;
      throw typeError(host, `${type}.__new__(X): X is not a type object (${Sk.abstr.typeName(first)})`);
    }
    return meth(args as never, kwargs as never);
  };
}

/** Skulpt compiles `...` to nothing, and has no `Ellipsis`. */
function mendEllipsis({ Sk, ellipsis }: Border): void {
  const parse = Sk['astFromParse'] as ((...args: unknown[]) => Node) | undefined;
  const { Name, Load } = (Sk['astnodes'] ?? {}) as { Name?: NodeClass; Load?: unknown };
  if (typeof parse !== 'function' || Name === undefined) return;
  Sk.builtins['Ellipsis'] = ellipsis;
  const named = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(named);
    if (!isNode(node)) return node;
    if (node._astname === 'Ellipsis') {
      const { lineno, col_offset } = node as { lineno?: number; col_offset?: number };
      return new Name(new Sk.builtin['str']!('Ellipsis'), Load, lineno, col_offset);
    }
    for (const [key, value] of Object.entries(node))
      if (typeof value === 'object' && value !== null) (node as Record<string, unknown>)[key] = named(value);
    return node;
  };
  Sk['astFromParse'] = (...args: unknown[]) => named(parse(...args));
}

type NodeClass = new (...fields: unknown[]) => Node;

/** Skulpt's IndexError does not derive from LookupError. */
function mendLookups({ Sk }: Border): void {
  const { IndexError, LookupError } = Sk.builtin;
  const { prototype } = IndexError!;
  if (LookupError === undefined || prototype instanceof LookupError) return;
  Object.setPrototypeOf(prototype, LookupError.prototype);
  prototype.tp$mro = [IndexError!, ...LookupError.prototype.tp$mro];
  Object.assign(prototype, { tp$base: LookupError, tp$bases: [LookupError] });
}

/** The error of `bytes.x = 1`. */
function mendTypes({ Sk, host, names }: Border): void {
  const { prototype } = Sk.builtin['type']!;
  const before = prototype['tp$setattr'] as Call;
  prototype['tp$setattr'] = function (this: SkulptClass, name: PyObject, ...rest: unknown[]) {
    if (!names.has(this)) return before.call(this, ...([name, ...rest] as never[]));
    const type = host.nameOf(this).full;
    throw typeError(host, `cannot set '${String(name.v)}' attribute of immutable type '${type}'`);
  };
}

/** The error of `min(b'')`. */
function mendEmpty({ Sk }: Border): void {
  const { ValueError, str } = Sk.builtin;
  for (const name of ['min', 'max']) {
    const definition = Sk.builtins[name] as Record<'$meth' | 'tp$call', FastCall> & {
      m$def: { $meth: FastCall };
    };
    // Not the bound function, which takes a call more.
    const before = definition.m$def.$meth;
    definition.$meth = definition.tp$call = (args, kwargs) => {
      try {
        return before(args, kwargs);
      } catch (error) {
        const isEmpty =
          error instanceof ValueError! &&
          args[0]![VALUE] !== undefined &&
          /arg is an empty sequence/.test(String((error as never as PyObject).tp$str().v));
        throw isEmpty ? new ValueError!(new str!(`${name}() iterable argument is empty`)) : error;
      }
    };
  }
}

/** Characters that a repr escapes. */
const QUOTE = 0x27;
const BACKSLASH = 0x5c;

/**
 * Skulpt does not escape `\x80`, and takes the character after a lone surrogate (`surrogateescape` makes
 * those) for the second half of a pair.
 */
function mendReprs({ Sk }: Border): void {
  const { str } = Sk.builtin;
  const { prototype } = str!;
  prototype['$r'] = function (this: PyObject) {
    const text = this.v as string;
    // For most texts a loop is faster than a regular expression.
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const isShown = unit >= 0x20 && unit < 0x7f && unit !== QUOTE && unit !== BACKSLASH;
      if (!isShown) return new str!(reprValue(text));
    }
    return new str!(`'${text}'`);
  };
}

/** `'array' object has no attribute 'x'`: CPython also names the module. */
function mendNames({ Sk, host, names }: Border): void {
  const abstr = Sk.abstr as { typeName(object: PyObject | undefined): string };
  const before = abstr.typeName;
  abstr.typeName = (object) => {
    const cls = object?.ob$type;
    return cls !== undefined && names.has(cls) ? host.nameOf(cls).full : before(object);
  };
}

/** The beginning of Skulpt's error for a value that is too short. */
const UNPACKED = /^not enough values to unpack \(expected at least /;

/** `a, b = b'x'`: Skulpt's error always says `at least`. */
function mendUnpacking({ Sk }: Border): void {
  const { ValueError, tuple, list } = Sk.builtin;
  type Unpack = (items: PyObject, before: number, count: number, isStarred: boolean) => unknown;
  const abstr = Sk.abstr as unknown as { sequenceUnpack: Unpack };
  const unpack = abstr.sequenceUnpack;
  abstr.sequenceUnpack = (items, before, count, isStarred) => {
    // The same as Skulpt's way, without its iterator.
    if (!isStarred && (items.ob$type === tuple || items.ob$type === list)) {
      const own = items.v as PyObject[];
      if (own.length === before) return own.slice();
    }
    try {
      return unpack(items, before, count, isStarred);
    } catch (error) {
      if (isStarred || items[VALUE] === undefined || !(error instanceof ValueError!)) throw error;
      const message = String((error as never as PyObject).tp$str().v);
      throw UNPACKED.test(message) ? new ValueError!(message.replace('at least ', '')) : error;
    }
  };
}
