/** One installation of the library in a Skulpt: the state that all files of this folder share. */
import type { Host, HostKeywords, Runtime, TypeName } from '../../runtime/index.js';
import type { Keywords, PyObject, Skulpt, SkulptClass } from './skulpt.js';

/**
 * Under this key an object of Skulpt holds the value of ours. V8 reads a constant key three times as fast as
 * one from an object.
 */
export const VALUE: unique symbol = Symbol('pybuffer.value');

/** One installation: the classes of Skulpt that are ours, and how its objects cross. */
export class Border {
  /** Classes of ours in Skulpt, by Python's names, and back. */
  readonly classes = new Map<TypeName, SkulptClass>();
  readonly names = new Map<SkulptClass, TypeName>();
  /** The class of `bytes`. */
  bytes!: SkulptClass;
  /** Set by `install`, which makes the one of the other. */
  host!: Host<PyObject, SkulptClass>;
  runtime!: Runtime<PyObject, SkulptClass>;

  /** `...`, which Skulpt does not have. */
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

  /** The type of ours that a class is or derives from. */
  baseOf(cls: SkulptClass): TypeName | undefined {
    const base = cls.prototype.tp$mro.find((each) => this.names.has(each));
    return base === undefined ? undefined : this.names.get(base);
  }

  /** Keywords of a call as an object; null for none. */
  keywords(kwargs: Keywords): HostKeywords<PyObject> {
    if (kwargs === undefined || kwargs.length === 0) return null;
    const named: Record<string, PyObject> = {};
    for (let i = 0; i < kwargs.length; i += 2) named[String(kwargs[i])] = kwargs[i + 1] as PyObject;
    return named;
  }
}
