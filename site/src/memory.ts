/**
 * Describes memory as plain data: the content of exporters, and the views of them by name. `describe` makes
 * it from a program's names by asking the library; `drawing.ts` draws it. Callers: the pages.
 */
import { ByteArray, Bytes, MemoryView } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { acquireView, releaseView } from 'pybuffer/protocol';

export interface ExporterPicture {
  readonly names: readonly string[];
  readonly type: string;
  /** The number of bytes, of which `bytes` holds the first. */
  readonly length: number;
  readonly bytes: readonly number[];
  /**
   * The number of exports that the library counts; null if the memory cannot be resized, because then it
   * counts none.
   */
  readonly exports: number | null;
}

export interface ViewPicture {
  readonly names: readonly string[];
  readonly released: boolean;
  /** The index of the exporter in `exporters`; -1 for a released view. */
  readonly exporter: number;
  /** The offset of the first item, in bytes from the exporter's start. */
  readonly offset: number;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly itemsize: number;
  readonly format: string;
  readonly readonly: boolean;
}

export interface MemoryPicture {
  readonly exporters: readonly ExporterPicture[];
  readonly views: readonly ViewPicture[];
}

/** PyBUF_FULL_RO: asks for all fields of a buffer. */
const FULL_READONLY = 0x11c;
const DRAWN_BYTES = 256;

function typeOf(value: object): string {
  if (value instanceof ByteArray) return 'bytearray';
  if (value instanceof Bytes) return 'bytes';
  return value instanceof PyArray ? 'array.array' : 'object';
}

/** Acquires a buffer, passes it to `look`, and releases it. Null if the object exports none. */
function lookAt<Result>(
  value: object,
  look: (view: ReturnType<typeof acquireView>) => Result,
): Result | null {
  try {
    const view = acquireView(value as never, FULL_READONLY);
    try {
      return look(view);
    } finally {
      releaseView(view);
    }
  } catch {
    return null;
  }
}

/**
 * Describes the memory behind a program's names.
 *
 * @param names each name with its value; values that are not objects of the library are skipped
 */
export function describe(names: readonly (readonly [string, unknown])[]): MemoryPicture {
  const namesOf = new Map<object, string[]>();
  for (const [name, value] of names) {
    if (value === null || typeof value !== 'object') continue;
    const known = namesOf.get(value);
    if (known) known.push(name);
    else namesOf.set(value, [name]);
  }

  const exporters: ExporterPicture[] = [];
  const places = new Map<object, { index: number; address: number }>();
  const addExporter = (value: object) => {
    if (places.has(value)) return;
    const picture = lookAt(value, (view) => {
      const start = view.memory.byteOffset + view.offset;
      const bytes = new Uint8Array(view.memory.buffer as ArrayBuffer, start, view.length);
      places.set(value, { index: exporters.length, address: start });
      return {
        names: namesOf.get(value) ?? [],
        type: typeOf(value),
        length: view.length,
        bytes: [...bytes.subarray(0, DRAWN_BYTES)],
        // Without the buffer acquired here, which counts as an export.
        exports: view.exports === null || value instanceof Bytes ? null : view.exports.count - 1,
      };
    });
    if (picture) exporters.push(picture);
  };

  for (const value of namesOf.keys()) if (!(value instanceof MemoryView)) addExporter(value);
  const views: ViewPicture[] = [];
  for (const [value, its] of namesOf) {
    if (!(value instanceof MemoryView)) continue;
    const picture = lookAt(value, (view): ViewPicture | null => {
      const owner = value.obj as object | null;
      if (owner === null || typeof owner !== 'object') return null;
      addExporter(owner);
      const place = places.get(owner);
      if (!place) return null;
      return {
        names: its,
        released: false,
        exporter: place.index,
        offset: view.memory.byteOffset + view.offset - place.address,
        shape: [...(view.shape ?? [view.length])],
        strides: [...(view.strides ?? [view.itemsize])],
        itemsize: view.itemsize,
        format: view.format ?? 'B',
        readonly: view.readonly,
      };
    });
    if (picture) views.push(picture);
    else if (isReleased(value)) views.push({ ...RELEASED, names: its });
  }
  return { exporters, views };
}

const RELEASED: ViewPicture = {
  names: [],
  released: true,
  exporter: -1,
  offset: 0,
  shape: [],
  strides: [],
  itemsize: 1,
  format: 'B',
  readonly: false,
};

function isReleased(value: MemoryView): boolean {
  try {
    return value.nbytes < 0;
  } catch {
    return true;
  }
}
