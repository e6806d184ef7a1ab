/**
 * Places the fields of a record by the rules of C compilers, as ctypes does, with alignment and bit fields.
 * `record.ts` calls it.
 */
import { PyValueError } from '../../exceptions/index.js';

/** What the rules need to know about one field. */
export interface Piece {
  readonly name: string;
  /** The size of its type in bytes. */
  readonly size: number;
  readonly alignment: number;
  /** Width in bits; null if it is not a bit field. */
  readonly bits: number | null;
}

/** The position of one field. */
export interface Place {
  /** In bytes from the start of the record; for a bit field, the offset of its unit. */
  readonly offset: number;
  /** The number of bits of the unit below the field; 0 if it is not a bit field. */
  readonly bitOffset: number;
}

export interface Rules {
  /** How bit fields share units: as in GCC on Linux and macOS, or as in Microsoft's compilers. */
  readonly layout: 'gcc-sysv' | 'ms';
  /** Largest alignment of a field. Only `ms` has one. */
  readonly pack: number;
  /** Least alignment of the whole record. */
  readonly align: number;
  readonly bigEndian: boolean;
  /** Whether all fields start at 0. */
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
    // In big-endian order the first bits are the highest.
    return { offset, bitOffset: bigEndian ? piece.size * 8 - bits - bitOffset : bitOffset };
  });
  return { places, size: roundUp(size, alignment), alignment };
}

interface Placer {
  /** The offset of the end of the fields placed so far. */
  readonly size: number;
  place(piece: Piece, alignment: number): Place;
}

const newPlacer = ({ layout }: Rules): Placer => (layout === 'ms' ? new MicrosoftPlacer() : new GccPlacer());

/**
 * Places fields one after another, bit by bit. A bit field never crosses the boundary of a unit of its type.
 */
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

/** A bit field shares the previous one's unit if both types have the same size and there is room. */
class MicrosoftPlacer implements Placer {
  size = 0;
  /** The size of the last unit, in bytes. */
  #unit = 0;
  /** The number of its bits in use. */
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
