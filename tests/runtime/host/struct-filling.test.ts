/**
 * `Struct.__init__` through a host's tables: the first call after `__new__` has nothing to do, a later one
 * takes another format.
 */
import { setWarningHandler } from 'pybuffer';
import { Struct } from 'pybuffer/struct';
import { bareRuntime } from '../../properties/bare-runtime.js';

const table = bareRuntime.types.Struct;

/** The format after each call of `__init__`, with a star if the call warned. */
function refilled(struct: object, formats: readonly string[]): string[] {
  let star = '';
  const before = setWarningHandler(() => (star = '*'));
  try {
    return formats.map((format) => {
      star = '';
      table.init!(struct, [format], null);
      return (struct as Struct).format + star;
    });
  } finally {
    setWarningHandler(before);
  }
}

test.each<[maker: string, make: () => object, formats: string[]]>([
  ['__new__', () => table.create(null, ['<H'], null) as object, ['<H', '<I*', '<I', '<B*']],
  ['a call of the type', () => table.construct(['<H'], null) as object, ['<I*', '<I', '<I', '<B*']],
  ['the library', () => new Struct('<H'), ['<I*', '<I', '<I', '<B*']],
])('__init__ of an object made by %s', (_, make, formats) => {
  expect(refilled(make(), ['<I', '<I', '<I', '<B'])).toEqual(formats);
});
