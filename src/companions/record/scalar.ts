/** Field types for one code of `struct`, also padding. `record.ts` makes them. */
import { unpackItem } from '../../formats/index.js';
import type { Kind } from '../../formats/index.js';
import { parseLayout } from '../../formats/layout.js';
import type { Layout } from '../../formats/layout.js';
import { StructError } from '../../formats/struct-error.js';
import { BYTES } from '../struct/bytes-type.js';
import { packValues } from '../struct/pack.js';
import { unpackValues } from '../struct/unpack.js';
import { DataType, isInert } from './data-type.js';
import type { Memory, Root } from './data-type.js';
import type { Order } from './types.js';

const PREFIX = /^[@=<>!]/;
/** One value. Only `s`, `p` and `x` have a count. */
const ONE = /^[@=<>!]?(?:[0-9]*[spx]|Z[fd]|[?A-Za-z])$/;
/** Codes whose alignment in C differs from their size. */
const HALF = /[FD]$|Z[fd]$/;

export class Scalar extends DataType<unknown, unknown, unknown> {
  readonly size: number;
  readonly alignment: number;
  readonly layout: Layout;
  /** Whether it is only padding. */
  readonly isPadding: boolean;

  /** @throws StructError `bad char in struct format`; `a field has one code of struct, not 'HH'` */
  constructor(
    readonly spec: string,
    readonly order: Order,
  ) {
    super();
    if (!ONE.test(spec)) throw new StructError(`a field has one code of struct, not '${spec}'`);
    this.layout = parseLayout(PREFIX.test(spec) ? spec : order + spec);
    this.size = this.layout.size;
    const code = spec.replace(/^[@=<>!]?[0-9]*/, '');
    this.isPadding = code === 'x';
    this.alignment = 'spx'.includes(code) ? 1 : HALF.test(spec) ? this.size / 2 : this.size;
  }

  override inOrder(order: Order): Scalar {
    return new Scalar(this.spec, order);
  }

  override read({ bytes, data }: Memory, at: number): unknown {
    const { layout } = this;
    return layout.plain
      ? unpackItem(layout.kinds[0] as Kind, data, at, layout.littleEndian)
      : unpackValues(layout, bytes, data, at, BYTES)[0];
  }

  override write({ bytes, data }: Memory, at: number, value: unknown): void {
    if (!this.isPadding) packValues(this.layout, bytes, data, at, [value], BYTES);
  }

  override set(root: Root, at: number, value: unknown): void {
    if (!isInert(value)) {
      super.set(root, at, value);
      return;
    }
    root.checkWritable();
    this.write(root, at, value);
  }

  override live(root: Root, at: number): unknown {
    root.check();
    return this.read(root, at);
  }
}
