/** Programs on Skulpt with the adapter, in this process. */
import { ILP32, LP64 } from 'pybuffer';
import { install } from 'pybuffer/skulpt';
import { ledgerOf } from '../../../conformance/hosts/ledger.js';
import {
  differenceOf,
  everydayPrograms,
  recordedPrograms,
  shortPrograms,
} from '../../../conformance/hosts/programs.js';
import { testLifetimes } from '../lifetimes.js';
import { PROGRAMS } from '../programs.js';
import { freshSkulpt, runnerOf, skulptWithAdapter } from './host.js';

const run = skulptWithAdapter({ abi: LP64 });
const run32 = skulptWithAdapter({ abi: ILP32 });

test.each(PROGRAMS)('%s', (_, program, printed) => {
  expect(run(program)).toBe(printed);
});

const ledger = ledgerOf('skulpt', 'node');

test.each([
  ...everydayPrograms().filter((_, i) => i % 3 === 0),
  ...shortPrograms().filter((_, i) => i % 6 === 1),
  ...recordedPrograms().filter((_, i) => i % 80 === 3),
])('$title', ({ title, source, wanted, memory }) => {
  const difference = differenceOf(title, wanted, (memory === 'LP64' ? run : run32)(source));
  expect(difference !== null && ledger.reasonOf(difference) === null ? difference : null).toBeNull();
});

test('the types have no docstring, in particular not that of object', () => {
  expect(run('print(bytes.__doc__, bytearray.__doc__, memoryview.__doc__)')).toBe('None None None\n');
});

test('a second call changes nothing', () => {
  const Sk = freshSkulpt();
  install(Sk);
  const { bytes } = Sk.builtins;
  install(Sk);
  expect(Sk.builtins['bytes']).toBe(bytes);
  expect(runnerOf(Sk)("print(b'ab' + bytearray(b'c'))")).toBe("b'abc'\n");
});

test('an object that is not Skulpt is refused', () => {
  expect(() => install({})).toThrow(new Error('this is not Skulpt 1.2'));
  expect(() => install({ abstr: {} })).toThrow(new Error('this is not Skulpt 1.2'));
});

test("Skulpt's own code sees the class of bytes, and no name that it lacks", () => {
  const Sk = freshSkulpt();
  const before = Object.keys(Sk.builtin);
  install(Sk);
  expect(Object.keys(Sk.builtin)).toEqual(before);
  expect(Sk.builtin['bytes']).toBe(Sk.builtins['bytes']);
});

testLifetimes(skulptWithAdapter);
