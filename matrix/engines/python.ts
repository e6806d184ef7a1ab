/**
 * Replaces `src/python` for the bridge, with the installed package's entries and its documented symbols.
 * Caller: package.mjs.
 */
import { PyComplex } from 'pybuffer';

export { ILP32, useABI } from 'pybuffer';
export { Ellipsis, NotImplemented, PyComplex, PyFloat, Slice, isTuple, typeName } from 'pybuffer/runtime';

export const TYPE_NAME: unique symbol = Symbol.for('pybuffer.typeName') as never;
export const FULL_TYPE_NAME: unique symbol = Symbol.for('pybuffer.fullTypeName') as never;
export const isComplex = (value: unknown): value is PyComplex => value instanceof PyComplex;
