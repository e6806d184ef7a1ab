/**
 * Views from exporters of another version of the protocol: an earlier release of this library without
 * versions, a later release, or an exporter that returns a plain object. It assumes the fields that every
 * version has. `acquire.ts` calls it for each view that an exporter returns.
 */
import { PROTOCOL } from '../python/index.js';
import { BufferView } from './buffer-view.js';
import type { BufferExporter } from './buffer-view.js';
import { hostBytes } from './host.js';

/** The fields of a view in every version of the protocol; the last two may be missing. */
type ForeignView = Pick<
  BufferView,
  | 'obj'
  | 'memory'
  | 'offset'
  | 'length'
  | 'readonly'
  | 'itemsize'
  | 'format'
  | 'ndim'
  | 'shape'
  | 'strides'
  | 'suboffsets'
> &
  Partial<Pick<BufferView, 'exporter' | 'protocol'>>;

/** Returns a view of the same items that another object shows or releases. Not Python. */
export function sameItems(
  view: ForeignView,
  obj: unknown,
  memory: Uint8Array,
  internal: unknown,
  exporter?: BufferExporter,
): BufferView {
  return new BufferView(
    obj,
    memory,
    view.offset,
    view.length,
    view.readonly,
    view.itemsize,
    view.format,
    view.ndim,
    view.shape,
    view.strides,
    view.suboffsets ?? null,
    internal,
    exporter,
  );
}

/** Releases the very view that the exporter returned. */
class ForeignRelease implements BufferExporter {
  constructor(
    private readonly view: BufferView,
    private readonly exporter: BufferExporter,
  ) {}

  getBuffer(flags: number): BufferView {
    return this.exporter.getBuffer(flags);
  }

  releaseBuffer(): void {
    this.exporter.releaseBuffer(this.view);
  }
}

/**
 * Converts an exporter's result to a view of this version. It omits the exporter's record of exports, whose
 * counts may mean something else: such an exporter never detaches views and treats every export as one that
 * may still write.
 *
 * Not Python: `Py_buffer` has no version.
 */
export function viewOfThisVersion(view: BufferView, exporter: BufferExporter): BufferView {
  if (view.protocol === PROTOCOL) return view;
  const owner = (view as ForeignView).exporter ?? exporter;
  return sameItems(view, view.obj, hostBytes(view.memory), null, new ForeignRelease(view, owner));
}
