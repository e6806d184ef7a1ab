import { typeName } from '../../src/python/index.js';
import type { Run } from './ours.js';
import type { Program, Step, Value } from './program.js';
import * as words from './vocabulary.js';

/** Decisions, drawn from a list of numbers: smaller numbers make simpler programs, so that shrinking works. */
class Choices {
  private at = 0;
  constructor(private readonly numbers: readonly number[]) {}

  below(limit: number): number {
    return (this.numbers[this.at++] ?? 0) % limit;
  }

  of<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }

  /** True once in `times`. */
  rarely(times: number): boolean {
    return this.below(times) === times - 1;
  }
}

/**
 * Makes and runs a program on our side, a step for each list of numbers; what a variable turned out to be decides what can
 * be done next. The oracle then runs the program as it was made.
 *
 * @returns the program, and the results and final states
 */
export function generate(
  run: Run,
  plan: readonly (readonly number[])[],
): { program: Program; results: string[] } {
  const program: Step[] = [];
  const results: string[] = [];
  for (const numbers of plan) {
    const step = new Maker(new Choices(numbers), run, program.length).step();
    program.push(step);
    results.push(run.next(step));
  }
  return { program, results: [...results, ...run.states()] };
}

class Maker {
  constructor(
    private readonly choose: Choices,
    private readonly run: Run,
    /** How many variables there are. */
    private readonly count: number,
  ) {}

  step(): Step {
    if (!this.hasOurs()) return this.construct();
    switch (this.choose.below(13)) {
      case 0:
        return this.construct();
      case 1:
        return { op: 'operator', name: 'getitem', args: [this.variable(), this.value('key')] };
      case 2:
        return {
          op: 'operator',
          name: 'setitem',
          args: [this.variable(), this.value('key'), this.value('assigned')],
        };
      case 3: {
        const name = this.choose.of(words.BINARY);
        const args = [this.variable(), this.value(name.endsWith('mul') ? 'small' : 'any')];
        // What str does with our types on its right is its own affair, as is augmented assignment to others.
        const reversible = name !== 'mod' && !name.startsWith('i');
        return { op: 'operator', name, args: reversible && this.choose.rarely(4) ? args.reverse() : args };
      }
      case 4:
        return { op: 'call', name: this.choose.of(words.FUNCTIONS), args: [this.variable()] };
      case 5:
        return { op: 'call', name: 'memoryview', args: [this.variable()] };
      case 6:
        return this.attribute();
      case 7:
        return { op: 'operator', name: 'delitem', args: [this.variable(), this.value('key')] };
      case 8:
        return this.struct();
      default:
        return this.method();
    }
  }

  private construct(): Step {
    const { choose } = this;
    switch (choose.below(8)) {
      case 0:
      case 1:
        return { op: 'call', name: 'bytearray', args: [this.value('bytes')] };
      case 2:
        return { op: 'call', name: 'bytes', args: [this.value('bytes')] };
      case 3:
        return { op: 'call', name: 'memoryview', args: [this.value('bytes')] };
      case 4:
        return {
          op: 'call',
          name: choose.of(['bytearray', 'bytes']),
          args: [this.value('content')],
        };
      case 5: {
        const args: Value[] = [choose.of(['', 'abc', 'h\u00e9', '\u20ac\u{1f600}', '\ud800'])];
        if (!choose.rarely(4)) args.push(choose.of(words.ENCODINGS));
        if (choose.rarely(2)) args.push(choose.of(words.ERRORS));
        return { op: 'call', name: choose.of(['bytes', 'bytearray']), args };
      }
      case 6:
        return {
          op: 'call',
          name: 'array.array',
          args: [choose.of(['B', 'i', 'H', 'd', 'q', 'b']), { l: [1, 2, 3, 4] }],
        };
      default:
        return { op: 'call', name: choose.of(['bytes', 'bytearray', 'memoryview']), args: this.some() };
    }
  }

  /** Arguments without any thought. */
  private some(): Value[] {
    return Array.from({ length: this.choose.below(4) }, () => this.value('any'));
  }

  private method(): Step {
    const self = this.variable();
    const methods = words.METHODS[this.typeOf(self)]!;
    const name = this.choose.of(Object.keys(methods));
    if (this.choose.rarely(16)) return { op: 'method', self, name, args: this.some() };
    const args: Value[] = [];
    const kwargs: Record<string, Value> = {};
    for (const spec of methods[name]!.split(' ').filter((text) => text !== '')) {
      const optional = spec.endsWith('?');
      const [left, right] = spec.replace('?', '').split('=') as [string, string | undefined];
      if (optional && this.choose.below(2) === 0) break;
      const value = this.value(right ?? left);
      if (right !== undefined && this.choose.rarely(3)) kwargs[left] = value;
      else if (Object.keys(kwargs).length > 0) break;
      else args.push(value);
    }
    return Object.keys(kwargs).length > 0
      ? { op: 'method', self, name, args, kwargs }
      : { op: 'method', self, name, args };
  }

  /** A call of `struct`: mostly with as many values, or bytes, as the format asks for. */
  private struct(): Step {
    const { choose } = this;
    const codes = Array.from({ length: 1 + choose.below(3) }, () => choose.of(words.STRUCT_CODES));
    const format = choose.of(words.BYTE_ORDERS) + codes.join('');
    const values = codes.filter((code) => code !== 'x').map((code) => this.structValue(code));
    switch (choose.below(5)) {
      case 0:
        return { op: 'call', name: 'struct.unpack', args: [format, this.variable()] };
      case 1:
        return {
          op: 'call',
          name: 'struct.unpack_from',
          args: [format, this.variable(), this.value('small')],
        };
      case 2:
        return {
          op: 'call',
          name: 'struct.pack_into',
          args: [format, this.variable(), this.value('index'), ...values],
        };
      case 3:
        return { op: 'call', name: 'struct.calcsize', args: [format] };
      default:
        return { op: 'call', name: 'struct.pack', args: [format, ...values] };
    }
  }

  private structValue(code: string): Value {
    if (this.choose.rarely(10)) return this.hostile();
    if (/[sp]$/.test(code)) return this.literal(this.choose.of(words.PIECES));
    if (code === 'c') return this.literal(this.choose.of(['a', '\xff', 'ab']));
    if (/[efd]$/.test(code))
      return this.choose.of<Value>([{ f: '1.5' }, 2, { f: '-0.0' }, { f: '1e30' }, { f: 'inf' }]);
    if (code === '?') return this.choose.of<Value>([true, false, 0, 5, '']);
    return this.choose.of<Value>([1, 0, -1, 127, 255, 65535, -32768, { i: '4294967295' }]);
  }

  private attribute(): Step {
    const self = this.variable();
    const names = words.ATTRIBUTES[this.typeOf(self)]!;
    return { op: 'attribute', self, name: this.choose.of(names) };
  }

  private typeOf(value: Value): string {
    return typeName(this.run.variable((value as { v: number }).v));
  }

  private isOurs(v: number): boolean {
    return words.METHODS[this.typeOf({ v })] !== undefined;
  }

  private hasOurs(): boolean {
    for (let v = 0; v < this.count; v++) if (this.isOurs(v)) return true;
    return false;
  }

  /** A variable of one of our types, the latest more often than others. */
  private variable(): { v: number } {
    const first = this.choose.below(3) === 0 ? this.choose.below(this.count) : 0;
    for (let i = 0; i < this.count; i++) {
      const v = this.count - 1 - ((first + i) % this.count);
      if (this.isOurs(v)) return { v };
    }
    throw new Error('there is no variable of our types');
  }

  /** Any variable save large ints, and iterators, whose names in error messages are JavaScript's. */
  private anyVariable(): Value {
    if (this.count === 0) return { b: '' };
    const v = this.choose.below(this.count);
    const value = this.run.variable(v);
    // A large int could ask for gigabytes.
    if (typeof value === 'bigint' || (typeof value === 'number' && Math.abs(value) > 1000)) return null;
    return typeof (value as Partial<Iterator<unknown>> | null)?.next === 'function' ? null : { v };
  }

  private literal(text: string): Value {
    return { b: Buffer.from(text, 'latin1').toString('hex') };
  }

  /** A value of a kind: mostly a fitting one, at times a hostile one. */
  private value(kind: string): Value {
    const { choose } = this;
    if (choose.rarely(14)) return this.hostile();
    switch (kind) {
      case 'bytes':
        if (choose.below(3) === 0 && this.count > 0) return this.anyVariable();
        return this.literal(choose.of(choose.below(2) === 0 ? words.CONTENTS : words.PIECES));
      case 'sub':
        if (choose.below(4) === 0) return choose.of([97, 98, 32, 0, 255]);
        return choose.rarely(5) ? this.value('bytes') : this.literal(choose.of(words.PIECES));
      case 'set':
        return choose.rarely(4) ? null : this.literal(choose.of(words.PIECES));
      case 'affix':
        if (choose.rarely(4)) return { t: [this.value('set'), this.value('set')] };
        return this.value('set');
      case 'index':
        if (choose.rarely(8)) return null;
        return choose.of<Value>([
          0,
          1,
          -1,
          2,
          3,
          -2,
          -3,
          5,
          100,
          -100,
          { i: '4294967296' },
          { i: '-99999999999' },
        ]);
      case 'small':
        return choose.of([1, 0, 2, -1, -2]);
      case 'count':
        return choose.of<Value>([1, 0, 2, null, 3, -1, 100]);
      case 'size':
        return choose.of([3, 0, 1, 8, 20, -1]);
      case 'width':
        return choose.of([0, 4, 8, 12, -1, 20, 1]);
      case 'byte':
        return choose.of([97, 0, 255, 98, 256, -1]);
      case 'bool':
        return choose.of<Value>([false, true, 0, 1]);
      case 'fill':
        return this.literal(choose.of(['*', ' ', '\xff', 'ab', '']));
      case 'encoding':
        return choose.of(words.ENCODINGS);
      case 'errors':
        return choose.of(words.ERRORS);
      case 'separator':
        return choose.of<Value>([':', this.literal(':'), '-', '', '::', '\u00e9', ' ']);
      case 'order':
        return choose.of<Value>(['C', 'F', 'A', null, 'X', '']);
      case 'format':
        return choose.of(choose.below(3) === 0 ? words.FORMATS : words.CASTS);
      case 'shape':
        return choose.of<Value>([
          { l: [2, 3] },
          { l: [4] },
          { l: [2, 2] },
          { t: [3] },
          { l: [] },
          { l: [2, -1] },
          { l: [8, 2] },
        ]);
      case 'item':
        return choose.of<Value>([
          1,
          97,
          0,
          255,
          -1,
          { f: '1.5' },
          this.literal('a'),
          true,
          65535,
          { i: '18446744073709551615' },
        ]);
      case 'table':
        return choose.of<Value>([{ b: TABLE }, null, { b: TABLE }, this.literal('abc')]);
      case 'pieces':
        return this.sequence(Array.from({ length: choose.below(4) }, () => this.value('bytes')));
      case 'content':
        return choose.of<Value>([
          { l: [1, 2, 3] },
          this.value('bytes'),
          { t: [97, 98] },
          4,
          0,
          { l: [255, 256] },
          { l: ['a'] },
          'text',
        ]);
      case 'assigned':
        return choose.of<Value>([65, this.value('bytes'), { l: [1, 2] }, this.literal('xyz'), { t: [] }, 0]);
      case 'key':
        return choose.below(2) === 0 ? this.value('index') : this.slice();
      case 'viewkey':
        switch (choose.below(6)) {
          case 0:
            return { t: [this.value('index'), this.value('index')] };
          case 1:
            return { e: 0 };
          case 2:
            return { t: [] };
          default:
            return this.value('key');
        }
      default:
        return this.any();
    }
  }

  private sequence(items: Value[]): Value {
    return this.choose.below(2) === 0 ? { l: items } : { t: items };
  }

  private slice(): Value {
    const part = (): Value => (this.choose.below(3) === 0 ? null : this.value('index'));
    const step = this.choose.of<Value>([null, 1, 2, -1, -2, 3, 0]);
    return { s: [part(), part(), step] };
  }

  private any(): Value {
    switch (this.choose.below(6)) {
      case 0:
        return this.value('bytes');
      case 1:
        return this.value('small');
      case 2:
        return this.value('content');
      case 3:
        return { t: [this.value('small'), this.value('bytes')] };
      default:
        return this.anyVariable();
    }
  }

  private hostile(): Value {
    const { choose } = this;
    switch (choose.below(9)) {
      case 0:
        return null;
      case 1:
        return { f: choose.of(['1.0', '1.5', 'nan', 'inf']) };
      case 2:
        return choose.of(['text', '', '\u20ac']);
      case 3:
        return { i: choose.of(['2147483648', '-2147483649', '18446744073709551616']) };
      case 4:
        return true;
      case 5:
        return { e: 0 };
      case 6:
        return { l: [] };
      default:
        return { x: { first: this.inside(), gives: choose.of<Value>([0, 1, 97, -1, 'text', { f: '1.0' }]) } };
    }
  }

  /** What code of an argument does to the objects of the call. */
  private inside(): Step | null {
    if (!this.hasOurs() || this.choose.below(3) === 0) return null;
    const self = this.variable();
    // CPython's array reads its items' `__index__` twice, and memory nobody wrote when that empties it meanwhile.
    if (this.typeOf(self) === 'array.array') return null;
    switch (this.choose.below(4)) {
      case 0:
        return { op: 'method', self, name: 'clear', args: [] };
      case 1:
        return { op: 'method', self, name: 'release', args: [] };
      case 2:
        return { op: 'method', self, name: 'extend', args: [{ b: '6162636465666768' }] };
      default:
        return { op: 'method', self, name: 'resize', args: [1] };
    }
  }
}

/** A table for translate: rot13 on letters. */
const TABLE = Array.from({ length: 256 }, (_, byte) => {
  const letter = String.fromCharCode(byte);
  const base = /[a-z]/.test(letter) ? 97 : /[A-Z]/.test(letter) ? 65 : -1;
  return (base < 0 ? byte : base + ((byte - base + 13) % 26)).toString(16).padStart(2, '0');
}).join('');
