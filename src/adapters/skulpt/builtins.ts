/**
 * Makes Skulpt's own `str`, `int`, `float` and `ord` accept the library's bytes, and changes nothing else
 * about them. Caller: `install`.
 */
import type { BuiltinName } from '../../runtime/index.js';
import { VALUE } from './border.js';
import { quickOf } from './quick-values.js';
import type { Border } from './border.js';
import type { Keywords, PyObject, SkulptClass } from './skulpt.js';

/** Routes the constructors and methods that handle bytes to the library. */
export function extendBuiltins(border: Border): void {
  const { Sk, runtime } = border;
  const { str, int_, float_, sk_method, classmethod_descriptor } = Sk.builtin;
  // Most calls pass Skulpt's own types. Checked first, because V8 would search all their prototypes for our
  // key.
  const hasOurs = (args: readonly PyObject[]) => {
    const first = args[0];
    if (first === undefined) return false;
    const cls = first.ob$type;
    if (cls === int_ || cls === str || cls === float_) return false;
    // A program's own class may define `__buffer__`.
    const isOfProgram = first.hp$type === true;
    return (
      first[VALUE] !== undefined || (isOfProgram && cls.$typeLookup(new str!('__buffer__')) !== undefined)
    );
  };
  overConstructor(border, int_!, 'int', hasOurs);
  overConstructor(border, float_!, 'float', hasOurs);
  overConstructor(border, str!, 'str', (args, named) => args.length + named > 1);
  overMethod(border, str!, 'encode', 'str.encode');
  overMethod(border, int_!, 'to_bytes', 'int.to_bytes');
  int_!.prototype['from_bytes'] = new classmethod_descriptor!(int_, {
    $name: 'from_bytes',
    $flags: { FastCall: true },
    $meth(this: SkulptClass, args: PyObject[], kwargs: Keywords) {
      const made = runtime.builtins['int.from_bytes'](args, border.keywords(kwargs));
      return this === int_ ? made : border.host.call!(this as unknown as PyObject, [made], null);
    },
  });
  const ord = Sk.builtins['ord'] as { tp$call(args: PyObject[]): PyObject };
  const { bytes, contentOf } = quickOf(border);
  const $meth = (x: PyObject) => {
    if (x[VALUE] === undefined) return ord.tp$call([x]);
    const content = contentOf(x);
    return content?.length === 1 ? bytes[content.get(0)]! : runtime.builtins.ord([x], null);
  };
  Sk.builtins['ord'] = new sk_method!({ $name: 'ord', $flags: { OneArg: true }, $meth }, null, 'builtins');
}

/** Sends the calls of a constructor that pass a test to the library; a derived class then gets the result. */
function overConstructor(
  border: Border,
  cls: SkulptClass,
  name: BuiltinName,
  isOurs: (args: readonly PyObject[], keywords: number) => boolean,
): void {
  const make = cls.prototype.tp$new;
  const { int_, str } = border.Sk.builtin;
  const isText = cls === str;
  const isInt = cls === int_;
  cls.prototype.tp$new = function (args, kwargs) {
    // Most calls pass one argument of Skulpt's own types.
    const type = args[0]?.ob$type;
    // The same as Skulpt's general way, without its calls.
    if (type === int_ && isInt && args.length === 1 && kwargs === undefined && this === cls.prototype)
      return new int_!(args[0]!.v);
    const isOwn = args.length === 1 && kwargs === undefined && (isText || type === int_ || type === str);
    if (isOwn) return make.call(this, args, kwargs);
    if (!isOurs(args, kwargs === undefined ? 0 : kwargs.length / 2)) return make.call(this, args, kwargs);
    const made = border.runtime.builtins[name](args, border.keywords(kwargs));
    return this === cls.prototype ? made : make.call(this, [made]);
  };
}

function overMethod(border: Border, cls: SkulptClass, name: string, builtin: BuiltinName): void {
  const { Sk, runtime } = border;
  cls.prototype[name] = new Sk.builtin['method_descriptor']!(cls, {
    $name: name,
    $flags: { FastCall: true },
    $meth(this: PyObject, args: PyObject[], kwargs: Keywords) {
      return runtime.builtins[builtin]([this, ...args], border.keywords(kwargs));
    },
  });
}
