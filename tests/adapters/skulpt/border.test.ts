/** The state of one installation: keywords of calls, and which of our types a class derives from. */
import { Border } from '../../../src/adapters/skulpt/border.js';
import { freshSkulpt } from './host.js';

test('keywords become an object by their names, and none become null', () => {
  const border = new Border(freshSkulpt() as never);
  const [one, two] = [{ v: 1 }, { v: 2 }] as never[];
  expect(border.keywords(undefined)).toBeNull();
  expect(border.keywords([])).toBeNull();
  expect(border.keywords(['a', one!, { toString: () => 'b' } as never, two!])).toEqual({ a: one, b: two });
});

test('a class is of the first type in its order of resolution that is ours', () => {
  const border = new Border(freshSkulpt() as never);
  const classOf = (...bases: object[]) => {
    const cls = { prototype: { tp$mro: [] as object[] } };
    cls.prototype.tp$mro = [cls, ...bases];
    return cls as never;
  };
  const bytes = classOf();
  const array = classOf();
  border.names.set(bytes, 'bytes').set(array, 'array');
  expect(border.baseOf(bytes)).toBe('bytes');
  expect(border.baseOf(classOf({}, array, bytes))).toBe('array');
  expect(border.baseOf(classOf({}))).toBeUndefined();
});

test('`...` shows its name and belongs to a class that nobody can derive from', () => {
  const { ellipsis } = new Border(freshSkulpt() as never);
  expect((ellipsis['$r'] as () => { v: string })().v).toBe('Ellipsis');
  expect(ellipsis.ob$type.prototype.tp$name).toBe('ellipsis');
  expect((ellipsis.ob$type as unknown as Record<string, unknown>)['sk$acceptable_as_base_class']).toBe(false);
});
