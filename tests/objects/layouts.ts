/**
 * Exporters of memory that no class of the library exports: items of several fields, unreadable ones, no
 * dimension.
 */
import { BufferView } from 'pybuffer/protocol';
import type { BufferExporter } from 'pybuffer/protocol';

function exporter(format: string, itemsize: number, shape: number[], bytes: number[]): BufferExporter {
  const memory = Uint8Array.from(bytes);
  return {
    getBuffer() {
      const strides = shape.map(() => itemsize);
      return new BufferView(
        this,
        memory,
        0,
        bytes.length,
        true,
        itemsize,
        format,
        shape.length,
        shape,
        strides,
        null,
      );
    },
    releaseBuffer() {},
  };
}

export function oddExporters(): BufferExporter[] {
  return [
    exporter('2B', 2, [2], [1, 2, 3, 4]),
    exporter('unknown', 4, [1], [1, 2, 3, 4]),
    exporter('B', 1, [], [7]),
  ];
}
