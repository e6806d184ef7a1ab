// Steps that format with `%`: flags, widths, precisions, `*`, keys and conversions, with fitting and
// unfitting arguments. Callers: index.ts.
import type { Step, Value } from '../program.js';
import { hexOf } from './context.js';
import type { Context } from './context.js';

const CONVERSIONS = 'd i u o x X e E f F g G c r a s b d s x y'.split(' ');

function argument(c: Context, conversion: string): Value {
  const { choose } = c;
  // The repr of a view contains its address.
  const others = /[ra]/.test(conversion) ? ['number', 'odd'] : ['any', 'number', 'lender', 'odd', 'derived'];
  if (choose.rarely(6)) return c.value(choose.of(others));
  if (/[eEfFgG]/.test(conversion)) {
    return choose.of<Value>([
      { f: '1.5' },
      { f: '-0.0' },
      { f: '1e100' },
      { f: 'nan' },
      { f: '-inf' },
      3,
      { f: '123456.789' },
      true,
    ]);
  }
  if (/[diuoxX]/.test(conversion)) {
    return choose.of<Value>([0, 1, -1, 255, -4096, { i: '12345678901234567890123' }, { f: '3.7' }, true]);
  }
  if (conversion === 'c')
    return choose.of<Value>([97, 0, 255, 256, -1, c.literal('a'), c.literal('ab'), 'a']);
  if (/[sb]/.test(conversion)) return c.value('bytes');
  return choose.of<Value>([
    't\u00e9xt',
    1,
    { f: '1.5' },
    c.literal('a\xff'),
    { t: [1] },
    { l: [c.literal("'")] },
    null,
  ]);
}

/** `bytes % arguments` or `bytearray % arguments`. */
export function percentStep(c: Context): Step {
  const { choose } = c;
  const keyed = choose.rarely(4);
  const values: Value[] = [];
  const pairs: [Value, Value][] = [];
  let format = '';
  for (let n = 1 + choose.below(3); n > 0; n--) {
    format += choose.of(['', 'a', ' ', '%%', '\xff']);
    let spec = '%';
    const conversion = choose.of(CONVERSIONS);
    if (keyed || choose.rarely(30)) {
      const key = choose.of(['a', 'b', '', 'k(y)']);
      spec += `(${key})`;
      if (!choose.rarely(8)) pairs.push([choose.rarely(8) ? key : c.literal(key), argument(c, conversion)]);
    }
    spec += choose.some(3, () => choose.of(['-', '+', ' ', '#', '0'])).join('');
    if (choose.rarely(8)) {
      spec += '*';
      values.push(choose.of<Value>([5, -5, 0, { i: '9223372036854775808' }, null, c.value('indexed')]));
    } else spec += choose.of(['', '', '', '1', '5', '12']);
    if (choose.rarely(8)) {
      spec += '.*';
      values.push(choose.of<Value>([2, -1, 0, { i: '9223372036854775808' }, 'x']));
    } else spec += choose.of(['', '', '', '.0', '.3', '.', '.15']);
    spec += choose.of(['', '', '', '', 'l', 'h', 'L', 'll']);
    format += choose.rarely(40) ? spec : spec + conversion;
    if (!choose.rarely(12)) values.push(argument(c, conversion));
  }
  const single = values.length === 1 && choose.below(2) === 0;
  const right: Value = keyed && !choose.rarely(8) ? mapping(c, pairs) : single ? values[0]! : { t: values };
  return { op: 'operator', name: 'mod', args: [template(c, format), right] };
}

/** The text of the format as bytes, or in an object of a class derived from it. */
function template(c: Context, format: string): Value {
  const literal: Value = { b: hexOf(format) };
  if (!c.choose.rarely(3)) return literal;
  return { o: { base: c.choose.of(['bytearray', 'bytes']), args: [literal], methods: {} } };
}

function mapping(c: Context, pairs: readonly (readonly [Value, Value])[]): Value {
  if (!c.choose.rarely(5)) return { d: pairs };
  return {
    o: {
      args: [],
      methods: { __getitem__: [{ gives: pairs[0]?.[1] ?? null }, { raises: ['KeyError', 'k'] }] },
    },
  };
}
