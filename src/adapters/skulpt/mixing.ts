/**
 * Makes Skulpt's `str`, `list`, `tuple`, `chr` and `sum` refuse the library's bytes with CPython's messages
 * instead of Skulpt's, and `str.join` read every object of ours. Caller: `install`.
 */
import {
  SEQUENCE_COMPLAINTS,
  TEXT_METHODS,
  joinComplaint,
  sumComplaint,
  textComplaint,
  typeError,
} from '../wording.js';
import { VALUE } from './border.js';
import type { Border } from './border.js';
import type { PyObject, SkulptClass } from './skulpt.js';

type Call = (this: unknown, ...args: (PyObject | undefined)[]) => unknown;

/** The fields of a Skulpt method or function that hold its code. */
interface Definition {
  $meth: Call;
  d$def?: { $meth: Call };
  /** The definition of a function, whose own `$meth` is bound, which takes a call more. */
  m$def?: { $meth: Call };
}

/** Puts a check for bytes before Skulpt's own code. */
export function refuseBytes(border: Border): void {
  const { Sk, host } = border;
  const { str, list, tuple, int_ } = Sk.builtin;
  const notImplemented = Sk.builtin.NotImplemented.NotImplemented$;
  const typeNameOf = (object: PyObject) => host.nameOf(object.ob$type).full;
  const nameOf = (object: unknown): string | null => {
    const ours = object as PyObject | undefined;
    return ours?.[VALUE] === undefined ? null : typeNameOf(ours);
  };
  const refuse = (complaint: string | null) => {
    if (complaint !== null) throw typeError(host, complaint);
  };

  for (const name of TEXT_METHODS)
    overMethod(str!.$typeLookup(new str!(name)) as Definition | undefined, (first, second) => {
      if (first !== undefined && (first.ob$type !== str || second !== undefined))
        refuse(textComplaint(name, first, second, nameOf));
    });
  const isText = (item: unknown) => item instanceof str!;
  overMethod(str!.$typeLookup(new str!('join')) as Definition, (items) => {
    if (items?.ob$type === list || items?.ob$type === tuple) {
      refuse(joinComplaint(items!.v as PyObject[], isText, nameOf));
    } else if (items?.[VALUE] !== undefined && items['tp$iter'] !== undefined) {
      const all = itemsOf(border, items);
      refuse(joinComplaint(all, isText, (item) => typeNameOf(item as PyObject)));
      return new list!(all);
    }
    return undefined;
  });

  for (const [name, cls] of Object.entries({ str: str!, list: list!, tuple: tuple! })) {
    const complain = (other: PyObject) => refuse(SEQUENCE_COMPLAINTS['+'](name, typeNameOf(other)));
    overSlot(cls, 'sq$concat', cls, complain);
    // Skulpt's own code does not leave the answer to `__radd__`.
    overSlot(cls, 'nb$add', cls, (other) =>
      other['nb$reflected_add'] === undefined ? complain(other) : notImplemented,
    );
  }
  quickenText(border);
  // Skulpt's own text and lists already refuse in CPython's words.
  for (const slot of ['nb$multiply', 'nb$reflected_multiply'])
    overSlot(tuple!, slot, int_!, (other) => {
      if (other['nb$index'] === undefined) refuse(SEQUENCE_COMPLAINTS['*']('tuple', typeNameOf(other)));
    });
  const { prototype } = str!;
  const contains = prototype['sq$contains'] as (this: PyObject, other: PyObject) => unknown;
  prototype['sq$contains'] = function (this: PyObject, other: PyObject) {
    // The same as Skulpt's way, without its call.
    if (other.ob$type === str) return (this.v as string).includes(other.v as string);
    const type = nameOf(other);
    if (type !== null) refuse(SEQUENCE_COMPLAINTS.in('str', type));
    return contains.call(this, other);
  };

  const chr = Sk.builtins['chr'] as Definition;
  const makeCharacter = chr.m$def!.$meth;
  chr.$meth = (x) => {
    const type = x!.ob$type === int_ ? null : nameOf(x);
    if (type !== null && x!['nb$index'] === undefined)
      refuse(`'${type}' object cannot be interpreted as an integer`);
    return makeCharacter(x);
  };
  const { complex } = Sk.builtin;
  const make = complex!.prototype.tp$new;
  complex!.prototype.tp$new = function (args, kwargs) {
    const type = nameOf(args[0]);
    if (type !== null) refuse(`complex() argument must be a string or a number, not ${type}`);
    return make.call(this, args, kwargs);
  };
  overMethod(Sk.builtins['sum'] as Definition, (_items, start) => {
    const base = start?.[VALUE] === undefined ? undefined : border.baseOf(start.ob$type);
    refuse(sumComplaint(base === 'bytes' || base === 'bytearray' ? base : null));
  });
}

/** Text plus text, without the calls of Skulpt's way, nor those of the checks. */
function quickenText({ Sk }: Border): void {
  const { str } = Sk.builtin;
  type Slot = (this: PyObject, other: PyObject) => unknown;
  const { prototype } = str! as unknown as { prototype: Record<'sq$concat' | 'nb$add', Slot> };
  const { sq$concat, nb$add } = prototype;
  prototype.sq$concat = function (other) {
    if (other.ob$type === str) return new str((this.v as string) + (other.v as string));
    return sq$concat.call(this, other);
  };
  prototype.nb$add = function (other) {
    if (other.ob$type === str) return new str((this.v as string) + (other.v as string));
    return nb$add.call(this, other);
  };
}

/** The items of an object of ours. */
function itemsOf({ host }: Border, object: PyObject): PyObject[] {
  const iterator = (object['tp$iter'] as () => PyObject)();
  const items: PyObject[] = [];
  for (let item = host.next!(iterator); item !== undefined; item = host.next!(iterator)) items.push(item);
  return items;
}

/**
 * Checks the first arguments of a method or a function before Skulpt's own code runs. The check may return another
 * first argument.
 */
function overMethod(
  definition: Definition | undefined,
  check: (first: PyObject | undefined, second: PyObject | undefined) => PyObject | undefined | void,
): void {
  if (definition === undefined) return;
  const before = (definition.m$def ?? definition).$meth;
  // None of these functions has more parameters or asks for the number of arguments. A list of them takes longer.
  const $meth: Call = function (first, second, third) {
    return before.call(this, check(first, second) ?? first, second, third);
  };
  definition.$meth = $meth;
  if (definition.d$def !== undefined) definition.d$def.$meth = $meth;
}

/**
 * Checks the right side of an operator before Skulpt's own code runs, if it is ours. The check may return the answer.
 *
 * @param usual the class of most right sides: V8 reads that of any object faster than it finds out that one has no
 * value of ours
 */
function overSlot(
  { prototype }: SkulptClass,
  slot: string,
  usual: SkulptClass,
  check: (other: PyObject) => unknown,
): void {
  const before = prototype[slot] as (this: PyObject, other: PyObject) => unknown;
  prototype[slot] = function (this: PyObject, other: PyObject) {
    if (other.ob$type !== usual && other[VALUE] !== undefined) {
      const answer = check(other);
      if (answer !== undefined) return answer;
    }
    return before.call(this, other);
  };
}
