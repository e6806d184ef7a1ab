/**
 * Fast paths for Brython's slots. For its own slot wrappers Brython searches the object's classes at each
 * call, but it calls a JavaScript function in a class's dict directly. So our wrappers are functions, and
 * look only at the object's class. Plain bytes with plain ints and bytes take the fastest path, which never
 * runs the program's code. Caller: `classes.ts`.
 */
import { ByteArray, Bytes } from '../../bytes/index.js';
import { beginShort, endShort } from '../../runtime/host/settings.js';
import type { HostType, TypeName } from '../../runtime/index.js';
import { VALUE } from './border.js';
import type { Border } from './border.js';
import type { BrythonClass, BrythonFunction, Instance, PyObject } from './brython.js';

type Type = HostType<PyObject, BrythonClass>;
type Content = Bytes | ByteArray;
type Slot = (self: Instance, ...args: unknown[]) => unknown;

/** The number of arguments that a wrapper takes besides the object. */
const ARGUMENTS: Readonly<Record<string, number>> = {
  ...{ __len__: 0, __iter__: 0, __hash__: 0, __repr__: 0, __str__: 0 },
  ...{ __getitem__: 1, __contains__: 1, __add__: 1, __mul__: 1, __iadd__: 1, __imul__: 1, __delitem__: 1 },
  ...{ __eq__: 1, __ne__: 1, __lt__: 1, __le__: 1, __gt__: 1, __ge__: 1, __setitem__: 2 },
};

/** Wrappers that answer as their slots do, whatever they are called with: they refuse nothing. */
const COMPARISON = /__(eq|ne|[lg][et])__/;

/** An argument that may be the keywords of a call. */
interface Keywords {
  readonly $kw?: unknown;
}

/** Puts the fast paths in front of the slots of a type, before Brython turns the slots into methods. */
export function quickenSlots(border: Border, type: Type, cls: BrythonClass): void {
  if (type.name !== 'bytes' && type.name !== 'bytearray') return;
  const isBytes = type.name === 'bytes';
  const Base: unknown = isBytes ? Bytes : ByteArray;
  const outOfRange = isBytes ? 'index out of range' : 'bytearray index out of range';
  const length = cls['sq_length'] as Slot;
  const item = cls['mp_subscript'] as Slot;
  const contains = cls['sq_contains'] as Slot;
  cls['sq_length'] = (self: Instance) => {
    const content = border.contentOf(self) as Content;
    return content.constructor === Base ? content.length : length(self);
  };
  cls['mp_subscript'] = (self: Instance, index: unknown) => {
    const content = border.contentOf(self) as Content;
    if (typeof index === 'number' && content.constructor === Base) {
      const at = index < 0 ? index + content.length : index;
      if (at >= 0 && at < content.length) return content.get(at);
      // An int of up to 32 bits is an index under every setting.
      if ((index | 0) === index) throw errorOf(border, 'IndexError', outOfRange);
    }
    return item(self, index);
  };
  cls['sq_contains'] = (self: Instance, member: unknown) => {
    const content = border.contentOf(self) as Content;
    if (typeof member === 'number' && content.constructor === Base && member >= 0 && member < 256)
      return content.includes(member);
    return contains(self, member);
  };
  const iter = cls['tp_iter'] as Slot;
  const iterator: TypeName = `${type.name}_iterator`;
  let Maker: (new (value: object) => Instance) | undefined;
  cls['tp_iter'] = (self: Instance) => {
    const content = border.contentOf(self) as Content;
    if (content.constructor !== Base) return iter(self);
    const items = content[Symbol.iterator]();
    Maker ??= border.makers.get(iterator)!;
    const made = new Maker(items);
    border.runtime.adopt(made, items);
    return made;
  };
  if (isBytes) keepHash(border, cls);
  else quickenItems(border, cls);
}

/** An error that the library itself would take three times as long to raise. */
function errorOf({ host }: Border, name: string, message: string): unknown {
  return host.makeError({ name, module: 'builtins', message, fields: {}, notes: [], error: NO_STACK });
}

/** What Brython's exception is made of; it records its own stack. */
const NO_STACK = /* @__PURE__ */ new Error();

/**
 * `bytes(x)` of a list, tuple or range of ints from 0 to 255, whose items run no code of the program, or of a
 * generator or a `map`, which have no special methods of the program's; null for everything else.
 */
export function quickBytes(border: Border, x: unknown): unknown {
  const { $B, runtime, host } = border;
  const cls = (x as Instance | null | undefined)?.ob_type;
  const { list, tuple, range, map } = $B.builtins;
  const numbers: number[] = [];
  if (cls === list || cls === tuple) {
    for (const item of x as readonly unknown[]) {
      if (typeof item !== 'number' || (item | 0) !== item) return null;
      if ((item & 255) !== item) throw errorOf(border, 'ValueError', 'bytes must be in range(0, 256)');
      numbers.push(item);
    }
  } else if (cls === range) {
    const { start, stop, step } = x as Instance;
    if (typeof start !== 'number' || typeof stop !== 'number' || typeof step !== 'number') return null;
    for (let i = start; step > 0 ? i < stop : i > stop; i += step) {
      if ((i & 255) !== i) return null;
      numbers.push(i);
    }
  } else if (cls !== undefined && (cls === $B.generator || cls === map)) {
    for (let item = host.next!(x); item !== undefined; item = host.next!(x))
      numbers.push(typeof item === 'number' && (item & 255) === item ? item : byteOf(border, item));
  } else return null;
  return runtime.toHost(new Bytes(numbers));
}

/** Converts any other item to a byte. Throws the host's exceptions. */
function byteOf({ runtime, host }: Border, item: unknown): number {
  const made = runtime.run(() => new Bytes([host.fromHost(item) as number])) as Instance;
  return (made[VALUE] as Bytes).get(0);
}

/** Stores the hash on the object, where Brython looks before it asks the class. */
function keepHash(border: Border, cls: BrythonClass): void {
  const hash = cls['tp_hash'] as Slot;
  cls['tp_hash'] = (self: Instance) => {
    const made = hash(self);
    if (border.contentOf(self)!.constructor === Bytes) self['__hashvalue__'] = made;
    return made;
  };
}

function quickenItems({ $B }: Border, cls: BrythonClass): void {
  const set = cls['mp_ass_subscript'] as Slot;
  cls['mp_ass_subscript'] = cls['sq_ass_item'] = (self: Instance, index: unknown, byte: unknown) => {
    const content = self[VALUE] as ByteArray;
    const isPlain =
      typeof index === 'number' && typeof byte === 'number' && content.constructor === ByteArray;
    if (!isPlain || index < 0 || index >= content.length || byte < 0 || byte > 255)
      return set(self, index, byte);
    content.set(index, byte);
    return $B.builtins.None;
  };
}

/** `ba.append(n)` as a Brython method. Without a list of the arguments, which takes longer than the rest. */
export function quickAppend({ $B, host }: Border, long: Slot): Slot {
  const { None } = $B.builtins;
  return function (self, byte) {
    // Called through the class, `self` can be anything.
    const content = self[VALUE] as ByteArray | undefined;
    const isPlain = arguments.length === 2 && typeof byte === 'number' && byte >= 0 && byte < 256;
    if (isPlain && content?.constructor === ByteArray) {
      const outer = beginShort(host.abi);
      try {
        content.append(byte);
        return None;
      } catch {
        // Views block the resize; the slow path decides what happens to them.
      } finally {
        endShort(outer);
      }
    }
    return Reflect.apply(long, undefined, arguments);
  };
}

/** Replaces the wrappers that Brython has put into the class's dict by functions. */
export function quickenWrappers(border: Border, type: Type, cls: BrythonClass): void {
  const { $B } = border;
  const wrapperCall = $B.wrapper_descriptor['tp_call'] as (self: unknown, ...args: unknown[]) => unknown;
  for (const [name, count] of Object.entries(ARGUMENTS)) {
    const wrapper = $B.get_from_dict(cls, name, null) as Instance | null;
    if (wrapper?.ob_type !== $B.wrapper_descriptor) continue;
    const call = wrapper['wrapped'] as BrythonFunction as unknown as Slot;
    const long = (args: readonly unknown[]) => wrapperCall(wrapper, ...args);
    const isOurs = (object: unknown): object is Instance => (object as Instance | undefined)?.ob_type === cls;
    const method = type.methods.find((each) => each.name === name);
    const isComparison = COMPARISON.test(name);
    // Called by `b.__len__(1)`; counts its arguments.
    const wrapped =
      // Brython keeps hashes as JavaScript numbers, as the slot returns them.
      method === undefined || name === '__hash__'
        ? call
        : (self: unknown, ...given: unknown[]) =>
            isComparison && given.length === 1 && (given[0] as Keywords | null)?.$kw === undefined
              ? call(self as Instance, given[0])
              : method.call(self, ...border.separate(name, given));
    const made = (...args: unknown[]) => {
      const [self, first, second] = args;
      if (!isOurs(self)) return long(args);
      if (args.length !== count + 1) return wrapped(self, ...args.slice(1));
      return count === 0 ? call(self) : count === 1 ? call(self, first) : call(self, first, second);
    };
    $B.set_to_dict(cls, name, Object.assign(made, wrapper, { wrapped }));
  }
}
