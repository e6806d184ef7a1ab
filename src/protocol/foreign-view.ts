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
  const { obj, memory, offset, length, readonly, itemsize, format, ndim, shape, strides, suboffsets } =
    view as ForeignView;
  const owner = (view as ForeignView).exporter ?? exporter;
  return new BufferView(
    obj,
    hostBytes(memory),
    offset,
    length,
    readonly,
    itemsize,
    format,
    ndim,
    shape,
    strides,
    suboffsets ?? null,
    null,
    new ForeignRelease(view, owner),
  );
}
