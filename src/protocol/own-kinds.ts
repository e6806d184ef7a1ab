/**
 * Recognizes `bytes` and `bytearray` where Python accepts no other bytes-like object: objects of this copy of
 * the library, of another copy with the same fields, and of a release with other fields. Callers are the
 * rooms with such parameters.
 */
import { Range, allocateFilled } from '../memory/index.js';
import type { Content } from '../memory/index.js';
import { TYPE_NAME, brandOf } from '../python/index.js';
import { acquireView, returnView } from './acquire.js';
import { isBufferExporter } from './exporter.js';
import { BufferFlags } from './flags.js';
import { isContent } from './lease.js';

/** The property that identifies our objects in every release; objects of 0.1.0 have no brand. */
interface Described {
  readonly kind?: unknown;
  readonly [TYPE_NAME]?: unknown;
}

/**
 * Which of the two types a value is of, subclasses too; undefined for everything else.
 *
 * CPython: `PyBytes_Check`, `PyByteArray_Check`
 */
export function kindOf(value: unknown): 'bytes' | 'bytearray' | undefined {
  if (!isContent(value) && !isDistant(value)) return undefined;
  return (value as { kind?: unknown }).kind === 'bytearray' ? 'bytearray' : 'bytes';
}

/** Whether a value is `bytes` or a `bytearray` of a release with other fields. */
function isDistant(value: unknown): boolean {
  if (!isBufferExporter(value)) return false;
  const brand = brandOf(value);
  if (brand !== undefined) return brand === 'bytes' || brand === 'bytearray';
  const { kind, [TYPE_NAME]: name } = value as Described;
  return typeof name === 'string' && (kind === 'bytes' || kind === 'bytearray');
}

/**
 * The content of `bytes` or a `bytearray`: itself if it has our fields, otherwise a copy; null for everything
 * else.
 *
 * CPython: `PyBytes_AS_STRING`, `PyByteArray_AS_STRING`
 */
export function contentOf(value: unknown): Content | null {
  if (isContent(value)) return value;
  return isDistant(value) ? copyThroughView(value) : null;
}

/**
 * The content of `bytes`, like {@link contentOf}; null for everything else, including a `bytearray`.
 *
 * CPython: `PyBytes_Check`
 */
export function contentOfBytes(value: unknown): Content | null {
  return kindOf(value) === 'bytes' ? contentOf(value) : null;
}

function copyThroughView(value: unknown): Range {
  const view = acquireView(value, BufferFlags.SIMPLE);
  try {
    const { memory, offset, length } = view;
    return new Range(allocateFilled(memory.subarray(offset, offset + length)), 0, length);
  } finally {
    returnView(view);
  }
}
