// Steps that use the module struct and its Struct objects, mostly with the number of values or bytes that the
// format requires. Callers: index.ts, scenes.ts.
import type { Step, Value } from '../program.js';
import { BYTE_ORDERS, PIECES, STRUCT_CODES } from '../vocabulary/contents.js';
import type { Context } from './context.js';

const COMPLEX: readonly Value[] = [{ c: ['1.5', '-2.0'] }, { f: '1.0' }, 1];

/** A value that `struct.pack` usually accepts for a code. */
export function fitting(c: Context, code: string): Value {
  const { choose } = c;
  if (choose.rarely(12)) return c.value(choose.of(['hostile', 'number', 'lender']));
  if (/[sp]$/.test(code)) return c.literal(choose.of(PIECES));
  if (code === 'c') return c.literal(choose.of(['a', '\xff', 'ab']));
  if (/[FD]$/.test(code)) return choose.of(COMPLEX);
  if (/[efd]$/.test(code)) {
    return choose.of<Value>([{ f: '1.5' }, 2, { f: '-0.0' }, { f: '1e30' }, { f: 'inf' }, { f: '65519.99' }]);
  }
  if (code === '?') return choose.of<Value>([true, false, 0, 5, '', c.value('odd')]);
  return choose.of<Value>([
    1,
    0,
    -1,
    127,
    255,
    65535,
    -32768,
    { i: '4294967295' },
    { i: '-9223372036854775808' },
  ]);
}

export function structStep(c: Context): Step {
  const { choose } = c;
  const codes = Array.from({ length: 1 + choose.below(3) }, () => choose.of(STRUCT_CODES));
  const format = choose.of(BYTE_ORDERS) + codes.join('');
  const values = codes.filter((code) => code !== 'x').map((code) => fitting(c, code));
  const call = (name: string, ...args: Value[]): Step => ({ op: 'call', name: `struct.${name}`, args });
  switch (choose.below(8)) {
    case 0:
      return call('unpack', format, c.value('bytes'));
    case 1: {
      const args = [format, c.value('bytes')];
      if (choose.below(2) === 0) return call('unpack_from', ...args, c.value('small'));
      return { op: 'call', name: 'struct.unpack_from', args, kwargs: { offset: c.value('index') } };
    }
    case 2:
      return call('pack_into', format, c.value('buffer'), c.value('index'), ...values);
    case 3:
      return call('calcsize', choose.rarely(6) ? c.value('any') : format);
    case 4:
      return call('Struct', choose.rarely(8) ? c.value('any') : format);
    case 5:
      return call('iter_unpack', choose.of(['B', '<H', 'b', '2B', format]), c.value('bytes'));
    default:
      return call('pack', choose.rarely(10) ? c.literal(format) : format, ...values);
  }
}
