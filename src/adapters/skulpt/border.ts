/** One installation of the library in a Skulpt: the state that all files of this folder share. */
import type { Host, HostKeywords, Runtime, TypeName } from '../../runtime/index.js';
import type { Keywords, PyObject, Skulpt, SkulptClass } from './skulpt.js';

/**
 * The key under which a Skulpt object holds our value. V8 reads a constant key three times as fast as one
 * from an object.
 */
export const VALUE: unique symbol = Symbol('pybuffer.value');

/**
 * The key under which Skulpt keeps the hash of text, and bytes keep theirs: its dicts read it from every key. Bytes
 * have it from the beginning. V8 reads a key of objects of up to four shapes faster, and with bytes of one shape those
 * of dicts have four.
 */
export const KEY_HASH = '$savedKeyHash';

/** One installation: which of Skulpt's classes are ours, and how its objects cross. */
export class Border {
  /** Skulpt's classes for our types by Python's names, and the reverse. */
  readonly classes = new Map<TypeName, SkulptClass>();
  readonly names = new Map<SkulptClass, TypeName>();
  /** The class of `bytes`. */
  bytes!: SkulptClass;
  /** Set by `install`, which makes the runtime from the host. */
  host!: Host<PyObject, SkulptClass>;
  runtime!: Runtime<PyObject, SkulptClass>;

  /** `...`, which Skulpt lacks. */
  readonly ellipsis: PyObject;

  constructor(readonly Sk: Skulpt) {
    const text = new Sk.builtin['str']!('Ellipsis');
    const Ellipsis = Sk.abstr.buildNativeClass('ellipsis', {
      constructor: function () {},
      slots: { $r: () => text },
      flags: { sk$acceptable_as_base_class: false },
    });
    this.ellipsis = new Ellipsis();
  }

  /** Returns which of our types a class is or derives from. */
  baseOf(cls: SkulptClass): TypeName | undefined {
    const base = cls.prototype.tp$mro.find((each) => this.names.has(each));
    return base === undefined ? undefined : this.names.get(base);
  }

  /** Converts the keywords of a call to an object; null if there are none. */
  keywords(kwargs: Keywords): HostKeywords<PyObject> {
    if (kwargs === undefined || kwargs.length === 0) return null;
    const named: Record<string, PyObject> = {};
    for (let i = 0; i < kwargs.length; i += 2) named[String(kwargs[i])] = kwargs[i + 1] as PyObject;
    return named;
  }
}
