/**
 * Hashes of the host's values as CPython computes them under `PYTHONHASHSEED=0`. `dispatch.ts` and the host's
 * slots call them.
 */
import { hashBytes } from '../algorithms/index.js';
import { abi, isTuple } from '../python/index.js';
import type { Complex } from '../python/index.js';
import { floatValue } from './floats.js';
import { intValue } from './numbers.js';

/** `hash(None)`, a constant since Python 3.12. */
const NONE_HASH = 0xfca86420n;

const identities = new WeakMap<object, bigint>();
let lastIdentity = 0n;

/** Hashes have the width of the ABI's pointers; ints are taken modulo this prime. */
function modulus(): bigint {
  return abi().pointer === 8 ? 2n ** 61n - 1n : 2n ** 31n - 1n;
}

function signed(value: bigint): bigint {
  const result = BigInt.asIntN(abi().pointer * 8, value);
  return result === -1n ? -2n : result;
}

/**
 * The hash of a host value of a type that has hashes.
 *
 * CPython: Python/pyhash.c, Objects/tupleobject.c `tuple_hash`
 */
export function hashHost(value: unknown, hashItem: (item: unknown) => bigint): bigint {
  if (value === null || value === undefined) return signed(NONE_HASH);
  if (typeof value === 'string') return hashText(value);
  const int = intValue(value);
  if (int !== null) return hashInt(BigInt(int));
  const float = floatValue(value);
  if (float !== null) return hashFloat(float, value);
  if (isTuple(value)) return hashTuple(value, hashItem);
  if (typeof value === 'symbol') return hashText(value.description ?? '');
  return hashIdentity(value as object);
}

function hashInt(value: bigint): bigint {
  const p = modulus();
  return signed(value < 0n ? -(-value % p) : value % p);
}

/** The one object that all of JavaScript's own NaNs are: they have no identity. */
const NAN = {};

/**
 * The hash of a double. That of a NaN is its object's identity, because it equals nothing.
 *
 * @param object the float or complex number that holds the double
 *
 * CPython: Python/pyhash.c `_Py_HashDouble`
 */
function hashFloat(value: number, object: unknown): bigint {
  if (value === Infinity) return 314159n;
  if (value === -Infinity) return -314159n;
  if (Number.isNaN(value)) return hashIdentity(typeof object === 'object' && object !== null ? object : NAN);
  // value = mantissa * 2 ** -scale, and 2 ** width is 1 modulo the prime.
  let scale = 0;
  let mantissa = Math.abs(value);
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    scale++;
  }
  const p = modulus();
  const width = abi().pointer === 8 ? 61 : 31;
  const hash = (BigInt(mantissa) * 2n ** BigInt((width - (scale % width)) % width)) % p;
  return signed(value < 0 ? -hash : hash);
}

/** CPython: Objects/complexobject.c `complex_hash` */
export function hashComplex(value: Complex): bigint {
  return signed(hashFloat(value.re, value) + 1000003n * hashFloat(value.im, value));
}

/** A string hashes like its narrowest storage, with one, two or four bytes a character. */
function hashText(text: string): bigint {
  const points = Array.from(text, (character) => character.codePointAt(0)!);
  const largest = points.reduce((a, b) => (a > b ? a : b), 0);
  const width = largest < 0x100 ? 1 : largest < 0x10000 ? 2 : 4;
  const bytes = new Uint8Array(points.length * width);
  points.forEach((point, i) => {
    for (let k = 0; k < width; k++) bytes[i * width + k] = (point >>> (8 * k)) & 0xff;
  });
  return hashBytes(bytes, 0, bytes.length);
}

function hashTuple(items: readonly unknown[], hashItem: (item: unknown) => bigint): bigint {
  const bits = abi().pointer * 8;
  const hash = mixed(items, hashItem) + (BigInt(items.length) ^ prime5(bits === 64) ^ 3527539n);
  return finished(hash, bits);
}

/** The hash of a slice with these parts. CPython: Objects/sliceobject.c `slicehash` */
export function hashSlice(parts: readonly unknown[], hashItem: (item: unknown) => bigint): bigint {
  return finished(mixed(parts, hashItem), abi().pointer * 8);
}

const prime5 = (wide: boolean) => (wide ? 2870177450012600261n : 374761393n);

/** Reduces a hash to `bits` bits. It is never -1. */
function finished(hash: bigint, bits: number): bigint {
  const result = BigInt.asIntN(bits, hash);
  return result === -1n ? 1546275796n : result;
}

/** Combines the hashes of items in order: xxHash with CPython's constants. */
function mixed(items: readonly unknown[], hashItem: (item: unknown) => bigint): bigint {
  const wide = abi().pointer === 8;
  const bits = wide ? 64 : 32;
  const prime1 = wide ? 11400714785074694791n : 2654435761n;
  const prime2 = wide ? 14029467366897019727n : 2246822519n;
  const turn = wide ? 31n : 13n;
  let hash = prime5(wide);
  for (const item of items) {
    const lane = BigInt.asUintN(bits, hashItem(item));
    hash = BigInt.asUintN(bits, hash + lane * prime2);
    hash = BigInt.asUintN(bits, (hash << turn) | (hash >> (BigInt(bits) - turn)));
    hash = BigInt.asUintN(bits, hash * prime1);
  }
  return hash;
}

/** Hashes of objects by identity: a number for each. */
export function hashIdentity(value: object): bigint {
  let identity = identities.get(value);
  if (identity === undefined) {
    lastIdentity += 16n;
    identity = lastIdentity;
    identities.set(value, identity);
  }
  return identity;
}
