/**
 * A minimal Python runtime: objects, classes, calls, attributes, subscripts, operators and exceptions, but no
 * parser, so programs are JavaScript that calls it. It knows nothing of bytes, which adapter.ts adds.
 */

/** An object; the values of built-in types are in `value`. */
export interface Obj {
  readonly cls: Cls;
  readonly value: unknown;
  attrs?: Map<string, unknown>;
}

/** A class: a name, a base and a body. */
export interface Cls extends Obj {
  readonly name: string;
  readonly base: Cls | null;
  readonly body: Map<string, unknown>;
}

/** A function over objects; methods get `self` first. */
export type Fn = (...args: Obj[]) => Obj;

/** The JavaScript error that `raise` throws. */
export class Raised extends Error {
  constructor(readonly exception: Obj) {
    super(String(exception.value));
  }
}

/** A runtime; each one has separate classes. */
export class Toy {
  readonly classes = new Map<string, Cls>();
  readonly object: Cls = { cls: null as never, value: 'object', name: 'object', base: null, body: new Map() };
  readonly type = this.define('type');
  readonly none: Obj = { cls: this.define('NoneType'), value: null };
  readonly ellipsis: Obj = { cls: this.define('ellipsis'), value: '...' };
  readonly notImplemented: Obj = { cls: this.define('NotImplementedType'), value: 'NotImplemented' };
  readonly int = this.define('int');
  readonly float = this.define('float');
  readonly str = this.define('str');
  readonly bool = this.define('bool', this.int);
  readonly list = this.define('list');
  readonly tuple = this.define('tuple');
  readonly dict = this.define('dict');
  readonly slice = this.define('slice');
  readonly complex = this.define('complex');
  readonly function = this.define('function');
  readonly exceptions = new Map<string, Cls>();

  constructor() {
    const tree =
      'Exception TypeError:Exception ValueError:Exception LookupError:Exception IndexError:LookupError';
    for (const each of `${tree} KeyError:LookupError BufferError:Exception StopIteration:Exception`.split(
      ' ',
    )) {
      const [name, base] = each.split(':') as [string, string?];
      this.exception(name, base);
    }
    this.define('list_iterator', this.object, {
      __iter__: (self) => self,
      __next__: (self) => {
        const step = (self.value as Iterator<Obj>).next();
        return step.done === true ? this.raise('StopIteration', '') : step.value;
      },
    });
    this.list.body.set('__iter__', (self: Obj) =>
      this.make(this.named('list_iterator'), (self.value as Obj[]).values()),
    );
    this.list.body.set('append', (self: Obj, item: Obj) => ((self.value as Obj[]).push(item), this.none));
  }

  /** `class name(base): ...` */
  define(name: string, base: Cls = this.object, body: Record<string, Fn | Obj> = {}): Cls {
    const cls: Cls = { cls: this.type, value: name, name, base, body: new Map(Object.entries(body)) };
    this.classes.set(name, cls);
    return cls;
  }

  named(name: string): Cls {
    return this.classes.get(name)!;
  }

  /** A class of exceptions; the same one each time. */
  exception(name: string, base = 'Exception'): Cls {
    let cls = this.exceptions.get(name);
    if (cls === undefined) {
      cls = this.define(name, this.exceptions.get(base) ?? this.object);
      this.exceptions.set(name, cls);
    }
    return cls;
  }

  make(cls: Cls, value: unknown): Obj {
    return { cls, value };
  }

  raise(name: string, message: string): never {
    throw new Raised(this.make(this.exception(name), message));
  }

  mro(cls: Cls): Cls[] {
    return cls.base === null ? [cls] : [cls, ...this.mro(cls.base)];
  }

  /** The attribute of a class or of its bases, by name. */
  find(cls: Cls, name: string): unknown {
    for (const each of this.mro(cls)) if (each.body.has(name)) return each.body.get(name);
    return undefined;
  }

  isInstance(object: Obj, cls: Cls): boolean {
    return this.mro(object.cls).includes(cls);
  }

  /** `object(*args)` */
  call(callable: Obj, ...args: Obj[]): Obj {
    if (typeof callable.value === 'function') return (callable.value as Fn)(...args);
    if (callable.cls !== this.type) return this.method(callable, '__call__', ...args);
    const cls = callable as Cls;
    const make = this.find(cls, '__new__') as ((cls: Cls, ...args: Obj[]) => Obj) | undefined;
    const made = make === undefined ? this.make(cls, null) : make(cls, ...args);
    const init = this.find(cls, '__init__') as Fn | undefined;
    init?.(made, ...args);
    return made;
  }

  /** `object.name` */
  get(object: Obj, name: string): Obj {
    if (object.attrs?.has(name)) return object.attrs.get(name) as Obj;
    const found = this.find(object.cls === this.type ? (object as Cls) : object.cls, name);
    if (found === undefined)
      this.raise('AttributeError', `'${object.cls.name}' object has no attribute '${name}'`);
    if (found instanceof Getter) return found.get(object);
    if (typeof found !== 'function') return found as Obj;
    const bound = object.cls === this.type ? found : (...args: Obj[]) => (found as Fn)(object, ...args);
    return this.make(this.function, bound);
  }

  /** `object.name(*args)`, and every operator: `a + b` is `method(a, '__add__', b)`. */
  method(object: Obj, name: string, ...args: Obj[]): Obj {
    return this.call(this.get(object, name), ...args);
  }
}

/** A computed attribute. */
export class Getter {
  constructor(readonly get: (self: Obj) => Obj) {}
}
