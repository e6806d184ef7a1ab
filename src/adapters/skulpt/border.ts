/** One installation of the library in a Skulpt: what all files of this folder share. */
import type { Host, HostKeywords, Runtime, TypeName } from '../../runtime/index.js';
import type { Keywords, PyObject, Skulpt, SkulptClass } from './skulpt.js';

/** What a native class's constructor is called with for a handle. */
export class Held {
  constructor(readonly value: object) {}
}

export class Border {
  /** Under this key an object of Skulpt holds the value of ours. */
  readonly value: symbol = Symbol('pybuffer.value');
  /** Classes of ours in Skulpt, by Python's names, and back. */
  readonly classes = new Map<TypeName, SkulptClass>();
  readonly names = new Map<SkulptClass, TypeName>();
  /** Set by `install`, which makes the one of the other. */
  host!: Host<PyObject, SkulptClass>;
  runtime!: Runtime<PyObject, SkulptClass>;

  constructor(readonly Sk: Skulpt) {}

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
