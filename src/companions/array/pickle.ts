/**
 * Moves arrays between machines: their items as bytes, with a code for the machine's format. `__reduce_ex__`
 * in the runtime writes the code, and `arrayReconstructor` reads such bytes, also from other machines.
 */
import type { Bytes } from '../../bytes/index.js';
import { PyTypeError, PyValueError } from '../../exceptions/index.js';
import { kindOf } from '../../protocol/index.js';
import { PyFloat, abi, asCInt, asPython, fullTypeName, givenName } from '../../python/index.js';
import { unpack } from '../struct/index.js';
import { PyArray } from './array.js';
import { itemType } from './type-codes.js';
import type { TypeCode } from './type-codes.js';

/**
 * The machine formats by their codes, as `struct` formats of one item; here `w` means UTF-32 and `u` UTF-16.
 *
 * CPython: Modules/arraymodule.c `mformat_descriptors`
 */
const MACHINE_FORMATS =
  'B b <H >H <h >h <I >I <i >i <Q >Q <q >q <f >f <d >d <u >u <w >w <Zf >Zf <Zd >Zd <e >e'.split(' ');

/** The code of this machine's format of a type. CPython: Modules/arraymodule.c `typecode_to_mformat_code` */
export function machineFormat(typecode: TypeCode): number {
  const { size } = itemType(typecode)!;
  const wide: Readonly<Record<string, string>> = { l: 'q', L: 'Q', i: 'i', I: 'I' };
  const code =
    typecode === 'u'
      ? 'w'
      : size === 8
        ? (wide[typecode] ?? typecode)
        : typecode.replace('l', 'i').replace('L', 'I');
  return MACHINE_FORMATS.findIndex((format) => format === code || format === `<${code}`);
}

type ArrayClass = new (typecode: TypeCode, items?: unknown) => PyArray;

/**
 * Makes an array from the bytes of an array on some machine.
 *
 * @param cls the class of the array
 * @param typecode its type code there
 * @param format the code of that machine's format
 * @param items the bytes
 * @throws PyTypeError `_array_reconstructor() argument 2 must be str, not int`,
 *   `fourth argument should be bytes, not bytearray`, `first argument must be a type object, not int`
 * @throws PyValueError `second argument must be a valid type code`,
 *   `third argument must be a valid machine format code.`, `string length not a multiple of item size`
 *
 * CPython: Modules/arraymodule.c `array__array_reconstructor_impl`
 */
export function arrayReconstructor(
  cls: unknown,
  typecode: unknown,
  format: unknown,
  items: unknown,
): PyArray {
  if (typeof typecode !== 'string') {
    const given = givenName(typecode);
    throw new PyTypeError(`_array_reconstructor() argument 2 must be str, not ${given}`);
  }
  const code = asCInt(format);
  if (typeof cls !== 'function') {
    throw new PyTypeError(`first argument must be a type object, not ${fullTypeName(cls)}`);
  }
  if (cls !== PyArray && !(cls.prototype instanceof PyArray)) {
    throw new PyTypeError(`${cls.name} is not a subtype of array.array`);
  }
  if (itemType(typecode) === undefined) {
    throw new PyValueError('second argument must be a valid type code');
  }
  const machine = MACHINE_FORMATS[code];
  if (machine === undefined) throw new PyValueError('third argument must be a valid machine format code.');
  if (kindOf(items) !== 'bytes') {
    throw new PyTypeError(`fourth argument should be bytes, not ${fullTypeName(items)}`);
  }
  const make = cls as ArrayClass;
  if (machineFormat(typecode as TypeCode) === code) {
    const array = new make(typecode as TypeCode);
    array.frombytes(items as Bytes);
    return array;
  }
  return new make(intCode(machine) ?? (typecode as TypeCode), valuesOf(machine, items as Bytes));
}

/**
 * The type for ints of another machine: the last type code of their size, whatever the code was there. Null
 * for formats that are not ints.
 *
 * CPython: Modules/arraymodule.c `array__array_reconstructor_impl`, its case of `SIGNED_INT64_BE`
 */
function intCode(machine: string): TypeCode | null {
  const code = machine.replace(/^[<>]/, '');
  if (!/^[bhiq]$/i.test(code)) return null;
  if (abi().long === 8) return code as TypeCode;
  return code.replace('i', 'l').replace('I', 'L') as TypeCode;
}

/** Item sizes as CPython counts them for another machine: it doubles the sizes of characters. */
const SIZES: Readonly<Record<string, number>> = {
  b: 1,
  B: 1,
  h: 2,
  H: 2,
  e: 2,
  q: 8,
  Q: 8,
  d: 8,
  u: 4,
  w: 8,
  Zf: 8,
  Zd: 16,
};

/**
 * The values in bytes from another machine.
 *
 * CPython: Modules/arraymodule.c `mformat_descriptors`, which has the sizes
 */
function valuesOf(machine: string, items: Bytes): unknown {
  const code = machine.replace(/^[<>]/, '');
  const order = machine.length > code.length ? machine[0]! : '<';
  const size = SIZES[code] ?? 4;
  if (items.length % size !== 0) throw new PyValueError('string length not a multiple of item size');
  if (code === 'u' || code === 'w') {
    const width = code === 'w' ? 32 : 16;
    return items.decode(`utf-${width}-${order === '<' ? 'le' : 'be'}`);
  }
  const values = [...(unpack(`${order}${code.repeat(items.length / size)}`, items) as unknown[])];
  return /^[efd]$/.test(code) ? values.map((value) => new PyFloat(value as number)) : values;
}

asPython(arrayReconstructor, '_array_reconstructor');
