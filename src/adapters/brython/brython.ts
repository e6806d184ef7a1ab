/**
 * The part of Brython's insides that the adapter touches, as types: `__BRYTHON__` of Brython 3.14.2 and
 * 3.14.3. It contains no code.
 */

/** A Python object: a JavaScript primitive, or an object with `ob_type`. */
export type PyObject = unknown;

/** What all Brython objects have in common. */
export interface Instance {
  ob_type: BrythonClass;
  [field: string | symbol]: unknown;
}

/** A Brython class: slots as properties, methods in a dict. */
export interface BrythonClass extends Instance {
  tp_name: string;
  tp_mro: BrythonClass[];
  tp_bases: BrythonClass[];
  tp_subclasses?: BrythonClass[];
  tp_flags: number;
  tp_funcs: Record<string, BrythonFunction>;
  tp_methods: string[];
  tp_getset: string[];
  classmethods: string[];
  staticmethods: string[];
  $factory: BrythonFunction;
}

/** A function as Brython calls it; keywords come last, in an object with `$kw`. */
export type BrythonFunction = (...args: never[]) => unknown;

/** A frame's namespaces, `[name, locals, module, globals]`, with the exception that it is handling. */
export interface FrameObject {
  readonly prev: FrameObject | null;
  readonly frame: readonly unknown[] & { readonly $current_exception?: Instance };
}

/** A script of Brython's virtual file system: kind, source or compiled text, imports. */
export type Script = [kind: string, source: string, ...rest: unknown[]];

/** The position of a token or a node of the syntax tree in a program. */
export interface Place {
  readonly lineno: number;
  readonly col_offset: number;
  readonly end_lineno: number;
  readonly end_col_offset: number;
}

/** The actions of Brython's parser. */
export interface Grammar {
  raise_error_known_location(parser: unknown, ...error: unknown[]): unknown;
  concatenate_strings(parser: unknown, nodes: readonly (Place & { readonly value?: unknown })[]): unknown;
}

/** The object `__BRYTHON__`. */
export interface Brython {
  readonly builtins: Record<string, BrythonClass> & { None: Instance; dict: Dict };
  readonly NULL: unknown;
  readonly DICT: symbol;
  readonly FAST_ITER: symbol;
  readonly TPFLAGS: Readonly<Record<'HEAPTYPE' | 'BASETYPE', number>>;
  readonly imported: Record<string, Instance>;
  readonly created_types: Record<string, BrythonClass>;
  readonly bytes_iterator: BrythonClass;
  readonly bytearray_iterator: BrythonClass;
  readonly memory_iterator: BrythonClass;
  readonly iterator: BrythonClass;
  readonly callable_iterator?: BrythonClass;
  readonly function: BrythonClass;
  readonly builtin_method: BrythonClass;
  readonly method_descriptor: BrythonClass;
  readonly method_wrapper: BrythonClass;
  readonly wrapper_descriptor: BrythonClass;
  readonly classmethod_descriptor: BrythonClass;
  readonly builtin_function_or_method: BrythonClass;
  readonly GenericAlias: BrythonClass;
  readonly module: BrythonClass & { tp_new(cls: BrythonClass): Instance; tp_init(...args: unknown[]): void };
  readonly __MAGIC__?: string;
  readonly implementation?: readonly unknown[];
  VFS?: Record<string, Script>;
  prepare_string?: unknown;
  readonly _PyPegen?: Grammar;
  $hash?: unknown;
  set_add?: unknown;
  dict_delitem?: unknown;
  unpacker?: unknown;
  attr_error?: unknown;
  $is_member?: unknown;
  unary_method?: unknown;
  readonly ast?: { readonly UnaryOp?: { readonly prototype: { to_js(scopes: unknown): string } } };
  rich_comp(method: string, left: unknown, right: unknown): unknown;
  rich_op1(method: string, left: unknown, right: unknown): unknown;
  augm_assign(left: unknown, operator: string, right: unknown): unknown;
  fast_bytes(source?: readonly number[]): unknown;
  frame_obj: FrameObject | null;

  get_class(object: unknown): BrythonClass;
  get_name(cls: BrythonClass): string;
  is_exc(error: unknown, classes: readonly BrythonClass[]): boolean;
  search_in_mro(cls: BrythonClass, name: string, absent: unknown): unknown;
  get_from_dict(cls: BrythonClass, name: string, absent: unknown): unknown;
  set_to_dict(cls: unknown, name: string, value: unknown): void;
  set_dict(object: unknown, dict: unknown): void;
  empty_dict(): unknown;
  set_func_names(cls: BrythonClass, module: string): void;
  finalize_type(cls: BrythonClass): void;
  make_builtin_class(name: string, bases?: BrythonClass[]): BrythonClass;
  readonly generator: BrythonClass;
  make_js_iterator(iterator: unknown): IterableIterator<unknown>;
  parse_args_kw(name: string, args: ArrayLike<unknown>): [ArrayLike<unknown>, unknown];
  module_getattr(module: Instance, name: string): unknown;
  module_setattr(module: Instance, name: string, value: unknown): void;
  fast_float(value: number): unknown;
  fast_tuple(items: unknown[]): unknown;
  $list(items: unknown[]): unknown;
  make_complex(re: unknown, im: unknown): unknown;
  String(text: string): unknown;
  $call(callable: unknown, ...args: unknown[]): unknown;
  $getattr(object: unknown, name: string, absent?: unknown): unknown;
  jsobj2pyobj?(object: unknown): unknown;
}

/** Brython's class of dicts, with what it offers to JavaScript. */
export interface Dict extends BrythonClass {
  $iter_items(dict: unknown): Iterable<{ key: unknown; value: unknown }>;
  $setitem(dict: unknown, key: unknown, value: unknown): void;
}
