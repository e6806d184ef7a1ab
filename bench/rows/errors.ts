// Exceptions that a program catches: raised, converted to text, and dropped.
import { text } from '../data.js';
import type { Group, Program, Row } from '../row.js';

function caught(setup: string, body: string): Program {
  return {
    setup: `${setup}\ndef attempt():\n    try:\n        ${body}\n    except Exception as error:\n        return str(error)`,
    run: 'attempt()',
  };
}

/**
 * One row. The functions catch the exceptions themselves, as Python's do: a function that always raises takes
 * 0.1 µs more.
 */
const row = (name: string, setup: string, body: string, ours: Row['ours']): Row => ({
  name,
  kind: 'error',
  sizes: [16],
  python: () => caught(setup, body),
  ours,
});

const messageOf = (error: unknown): string => (error as Error).message;

export const errors: Group = {
  name: 'errors',
  rows: [
    row('index out of range, caught', 'b = text(16)', 'b[99]', ({ Bytes }) => {
      const b = new Bytes(text(16));
      return () => {
        try {
          return b.get(99);
        } catch (error) {
          return messageOf(error);
        }
      };
    }),
    row('failed index(), caught', "b = text(16)\ns = b'zz'", 'b.index(s)', ({ Bytes }) => {
      const b = new Bytes(text(16));
      const s = new Bytes('zz', 'ascii');
      return () => {
        try {
          return b.index(s);
        } catch (error) {
          return messageOf(error);
        }
      };
    }),
    row('bad decode, caught', "b = b'caf\\xe9 au lait'", 'b.decode()', ({ Bytes }) => {
      const b = new Bytes('café au lait', 'latin-1');
      return () => {
        try {
          return b.decode();
        } catch (error) {
          return messageOf(error);
        }
      };
    }),
    row(
      'bad struct.unpack, caught',
      "import struct\nb = b'abc'",
      "struct.unpack('<I', b)",
      ({ Bytes, struct }) => {
        const b = new Bytes('abc', 'ascii');
        return () => {
          try {
            return struct.unpack('<I', b);
          } catch (error) {
            return messageOf(error);
          }
        };
      },
    ),
    row('byte out of range, caught', 'b = bytearray(4)', 'b.append(256)', ({ ByteArray }) => {
      const b = new ByteArray(4);
      return () => {
        try {
          return b.append(256);
        } catch (error) {
          return messageOf(error);
        }
      };
    }),
    row(
      'resize under a view, caught',
      'b = bytearray(4)\nm = memoryview(b)',
      '(m, b.append(1))',
      ({ ByteArray, MemoryView }) => {
        const b = new ByteArray(4);
        const m = new MemoryView(b);
        return () => {
          try {
            b.append(1);
            return m;
          } catch (error) {
            return messageOf(error);
          }
        };
      },
    ),
  ],
};

/** The same with exceptions that do not record a stack, as in a runtime with its own tracebacks. */
export const errorsWithoutStacks: Group = {
  name: 'errors without stacks',
  rows: errors.rows.map((each) => ({
    ...each,
    name: `${each.name}, no stack`,
    ours(api, n) {
      const run = each.ours(api, n);
      return () => {
        api.recordStacks(false);
        const result = run();
        api.recordStacks(true);
        return result;
      };
    },
  })),
};
