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
  const { str, int_, sk_method, classmethod_descriptor } = Sk.builtin;
  overConstructors(border);
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

/**
 * Sends the constructors' calls with values of ours to the library; a derived class then gets the result. Calls with
 * Skulpt's own types, which most are, take Skulpt's way without its calls, and in a function for each class: V8 keeps
 * what it has seen for each function of the source.
 */
function overConstructors(border: Border): void {
  const { Sk } = border;
  const { str, int_, float_ } = Sk.builtin;
  const text = str!.prototype;
  const int = int_!.prototype;
  const float = float_!.prototype;
  const str2number = Sk['str2number'] as (digits: unknown, base: number) => number | bigint;
  const { decoded } = quickOf(border);
  const [makeText, makeInt, makeFloat] = [text.tp$new, int.tp$new, float.tp$new];
  // A program's own class may define `__buffer__`.
  const isOurs = (x: PyObject) =>
    x[VALUE] !== undefined ||
    (x.hp$type === true && x.ob$type.$typeLookup(new str!('__buffer__')) !== undefined);
  const isOwn = (type: SkulptClass | undefined) => type === int_ || type === str || type === float_;
  const none = (kwargs: Keywords) => kwargs === undefined || kwargs.length === 0;

  text.tp$new = function (args, kwargs) {
    if (args.length <= 1 && none(kwargs))
      return this === text ? new str!(args[0]) : makeText.call(this, args, kwargs);
    const [x, encoding] = args;
    const isUtf8 = args.length === 2 && encoding!.ob$type === str && encoding!.v === 'utf-8';
    const quick = isUtf8 && this === text && none(kwargs) ? decoded(x!) : null;
    if (quick !== null) return quick;
    const made = border.runtime.builtins.str(args, border.keywords(kwargs));
    return this === text ? made : makeText.call(this, [made]);
  };
  int.tp$new = function (args, kwargs) {
    const x = args[0];
    const type = x?.ob$type;
    if (args.length === 1 && this === int && none(kwargs)) {
      if (type === int_) return new int_!(x!.v);
      if (type === str) return new int_!(str2number(x!.v, 10));
      if (type === float_) return (x!['nb$int'] as () => PyObject)();
    }
    if (x === undefined || isOwn(type) || !isOurs(x)) return makeInt.call(this, args, kwargs);
    const made = border.runtime.builtins.int(args, border.keywords(kwargs));
    return this === int ? made : makeInt.call(this, [made]);
  };
  float.tp$new = function (args, kwargs) {
    const x = args[0];
    const type = x?.ob$type;
    if (args.length === 1 && this === float && none(kwargs))
      if (type === int_ || type === float_) return (x!['nb$float'] as () => PyObject)();
    if (x === undefined || isOwn(type) || !isOurs(x)) return makeFloat.call(this, args, kwargs);
    const made = border.runtime.builtins.float(args, border.keywords(kwargs));
    return this === float ? made : makeFloat.call(this, [made]);
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
