/** Iterators over the host's values that Python names differently and JavaScript does not. */
import { TYPE_NAME } from '../../python/index.js';

/** An iterator over a tuple, text, or the keys of a plain object. */
class NamedIterator implements IterableIterator<unknown> {
  constructor(
    private readonly items: Iterator<unknown>,
    private readonly source: unknown,
  ) {}
  get [TYPE_NAME](): string {
    if (Array.isArray(this.source)) return 'tuple_iterator';
    if (typeof this.source !== 'string') return 'dict_keyiterator';
    return isASCII(this.source) ? 'str_ascii_iterator' : 'str_iterator';
  }
  next(): IteratorResult<unknown> {
    return this.items.next();
  }
  [Symbol.iterator](): this {
    return this;
  }
}

function isASCII(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}

/** CPython: Objects/tupleobject.c `tuple_iter` */
export function tupleIterator(self: readonly unknown[]): Iterator<unknown> {
  return new NamedIterator(self[Symbol.iterator](), self);
}

/** By code points. CPython: Objects/unicodeobject.c `unicode_iter` */
export function textIterator(self: string): Iterator<unknown> {
  return new NamedIterator(self[Symbol.iterator](), self);
}

/** CPython: Objects/dictobject.c `dict_iter` */
export function keyIterator(self: object): Iterator<unknown> {
  return new NamedIterator(Object.keys(self)[Symbol.iterator](), self);
}
