/**
 * Places the fields of a record by the rules of C compilers, as ctypes does, with alignment and bit fields.
 * `record.ts` calls it.
 */
import { PyValueError } from '../../exceptions/index.js';

/** The facts about one field that the rules need. */
export interface Piece {
  readonly name: string;
  /** Bytes of its type. */
  readonly size: number;
  readonly alignment: number;
  /** Width in bits; null for a field that is not bits. */
  readonly bits: number | null;
}

/** The position of one field. */
export interface Place {
  /** In bytes from the beginning of the record. For bits, the offset of their unit. */
  readonly offset: number;
  /** The number of bits of the unit below the field; 0 for a field without bits. */
  readonly bitOffset: number;
}

export interface Rules {
  /** How bits share units: as GCC does on Linux and macOS, or as Microsoft's compilers do. */
  readonly layout: 'gcc-sysv' | 'ms';
  /** Largest alignment of a field. Only `ms` has one. */
  readonly pack: number;
  /** Least alignment of the whole record. */
  readonly align: number;
  readonly bigEndian: boolean;
  /** Whether all fields begin at 0. */
  readonly union: boolean;
}

export interface Placement {
  readonly places: readonly Place[];
  readonly size: number;
  readonly alignment: number;
}

const roundUp = (n: number, multiple: number): number => Math.ceil(n / multiple) * multiple;
const roundDown = (n: number, multiple: number): number => Math.floor(n / multiple) * multiple;

/**
 * Places fields.
 *
 * @throws PyValueError `number of bits invalid for bit field 'a'`
 *
 * CPython: Lib/ctypes/_layout.py `get_layout`
 */
export function place(pieces: readonly Piece[], rules: Rules): Placement {
  const { bigEndian, union } = rules;
  let placer = newPlacer(rules);
  let size = 0;
  let alignment = rules.align;
  const places = pieces.map((piece) => {
    const { name, bits } = piece;
    if (bits !== null && !(bits > 0 && bits <= piece.size * 8)) {
      throw new PyValueError(`number of bits invalid for bit field '${name}'`);
    }
    if (union) placer = newPlacer(rules);
    const fieldAlignment = Math.min(piece.alignment, rules.pack);
    const { offset, bitOffset } = placer.place(piece, fieldAlignment);
    alignment = Math.max(alignment, fieldAlignment);
    size = Math.max(size, placer.size);
    if (bits === null) return { offset, bitOffset: 0 };
    // The first bits are the highest ones where the first byte is.
    return { offset, bitOffset: bigEndian ? piece.size * 8 - bits - bitOffset : bitOffset };
  });
  return { places, size: roundUp(size, alignment), alignment };
}

interface Placer {
  /** Bytes up to the end of the fields placed so far. */
  readonly size: number;
  place(piece: Piece, alignment: number): Place;
}

const newPlacer = ({ layout }: Rules): Placer => (layout === 'ms' ? new MicrosoftPlacer() : new GccPlacer());

/** One field behind another, bit by bit; but bits never cross the borders of a unit of their type. */
class GccPlacer implements Placer {
  #nextBit = 0;

  get size(): number {
    return Math.ceil(this.#nextBit / 8);
  }

  place({ size, bits }: Piece, alignment: number): Place {
    const width = bits ?? size * 8;
    const unit = alignment * 8;
    if (this.#nextBit + width > roundDown(this.#nextBit, unit) + size * 8) {
      this.#nextBit = roundUp(this.#nextBit, unit);
    }
    const offset = roundDown(this.#nextBit, unit) / 8;
    const bitOffset = this.#nextBit - offset * 8;
    this.#nextBit += width;
    return { offset, bitOffset };
  }
}

/** Bits share a unit with those before them where the types are of one size and there is room. */
class MicrosoftPlacer implements Placer {
  size = 0;
  /** Bytes of the unit that was opened last. */
  #unit = 0;
  /** Bits of it that are taken. */
  #taken = 0;

  place({ size, bits }: Piece, alignment: number): Place {
    const width = bits ?? size * 8;
    if (size !== this.#unit || this.#taken + width > size * 8) {
      this.size = roundUp(this.size, alignment) + size;
      this.#unit = size;
      this.#taken = 0;
    }
    const bitOffset = this.#taken;
    this.#taken += width;
    return { offset: this.size - size, bitOffset };
  }
}
