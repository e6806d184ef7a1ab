/** Programs on Brython with the adapter, in this process. */
import { LP64 } from 'pybuffer';
import { install } from 'pybuffer/brython';
import { ledgerOf } from '../../../conformance/hosts/ledger.js';
import { differenceOf, everydayPrograms, shortPrograms } from '../../../conformance/hosts/programs.js';
import { testLifetimes } from '../lifetimes.js';
import { PROGRAMS } from '../programs.js';
import { brythonWithAdapter, freshBrython, runnerOf } from './host.js';

const run = brythonWithAdapter({ abi: LP64 });

test.each(PROGRAMS)('%s', (_, program, printed) => {
  expect(run(program)).toBe(printed);
});

const ledger = ledgerOf('brython', 'node');

test.each(
  [
    ...everydayPrograms().filter((_, i) => i % 3 === 1),
    ...shortPrograms().filter((_, i) => i % 6 === 2),
  ].filter(({ memory }) => memory === 'LP64'),
)('$title', ({ title, source, wanted }) => {
  const difference = differenceOf(title, wanted, run(source));
  expect(difference !== null && ledger.reasonOf(difference) === null ? difference : null).toBeNull();
});

test('a second call changes nothing', () => {
  const $B = freshBrython();
  install($B);
  const { bytes } = $B.builtins;
  install($B);
  expect($B.builtins['bytes']).toBe(bytes);
  expect(runnerOf($B)("print(b'ab' + bytearray(b'c'))")).toBe("b'abc'\n");
});

test('an object that is not Brython is refused', () => {
  expect(() => install({})).toThrow(new Error('this is not Brython 3.14.2 or later'));
  const half = { finalize_type: () => null };
  expect(() => install(half)).toThrow(new Error('this is not Brython 3.14.2 or later'));
});

testLifetimes(brythonWithAdapter);
