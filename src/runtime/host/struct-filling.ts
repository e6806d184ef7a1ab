/**
 * Fills a `Struct` as CPython 3.15 does: `__new__` takes the format, and `__init__` may still take another
 * one, with warnings. A derived class whose own `__init__` passes the format on accepts any arguments.
 * Caller: the table of the type.
 */
import type { Struct } from '../../companions/struct/index.js';
import { PyTypeError, PyValueError, warn } from '../../exceptions/index.js';
import { StructError } from '../../formats/struct-error.js';
import { construct, constructorArguments } from '../construct.js';
import type { Constructor } from '../construct.js';
import { CLASSES } from '../records.js';

type Keywords = Record<string, unknown> | null;
type Refilled = Struct & { __init__(format: unknown, isFirst: boolean): void };

/** Objects from `__new__` whose `__init__` was not called yet. */
const fresh = new WeakSet<object>();

/** Notes that `__new__` has made an object. */
export function expectInit(made: object): void {
  fresh.add(made);
}

/**
 * The format for `Struct.__new__` of a derived class with its own `__init__`. If the arguments are not
 * `Struct`'s, the format is empty and a DeprecationWarning is issued.
 *
 * CPython: Modules/_struct.c `s_new`
 */
export function formatBeforeInit(args: unknown[], kwargs: Keywords): string {
  try {
    return (construct(CLASSES['Struct'] as unknown as Constructor, 'Struct', args, kwargs) as Struct).format;
  } catch (error) {
    if (!(error instanceof PyTypeError || error instanceof PyValueError || error instanceof StructError))
      throw error;
    const { message } = error;
    const isCount = message.startsWith('Struct() missing') || message.startsWith('Struct() takes');
    warn(
      'DeprecationWarning',
      isCount ? message : `Invalid 'format' argument for Struct.__new__(): ${message}`,
    );
    return '';
  }
}

/**
 * `Struct.__init__`.
 *
 * @param isDefault whether the object's class has no `__init__` of its own; the first call then does nothing
 *
 * CPython: Modules/_struct.c `Struct___init___impl`
 */
export function initializeStruct(
  struct: object,
  isDefault: boolean,
  args: unknown[],
  kwargs: Keywords,
): void {
  const isFirst = fresh.delete(struct);
  if (isFirst && isDefault) return;
  const [format] = constructorArguments('Struct', args, kwargs);
  (CLASSES['Struct']!.prototype as Refilled).__init__.call(struct as Refilled, format, isFirst);
}
