/**
 * Fast paths of the methods of plain bytes on Skulpt: a session that CPython answered, and which of its steps take
 * them.
 */
import { lifetimePolicy, setLifetimePolicy } from '../../../src/protocol/index.js';
import { ILP32, abi, useABI } from '../../../src/python/index.js';
import { testCountedSession } from './counted.js';
import { skulptWithAdapter } from './host.js';

testCountedSession('quick-methods');

test('a method leaves the settings of the call around it, also one that raises', () => {
  const run = skulptWithAdapter();
  const outer = { abi: useABI(ILP32), rule: setLifetimePolicy('detach') };
  try {
    for (const [program, printed] of [
      ["print(b'abc'.find(b'c'))", '2\n'],
      ["print(bytearray(b'abc').startswith((b'x', b'a')))", 'True\n'],
      ["b'abc'.index(b'x')", 'ValueError: subsection not found\n'],
    ] as const) {
      expect(run(program)).toBe(printed);
      expect([abi(), lifetimePolicy()]).toEqual([ILP32, 'detach']);
    }
  } finally {
    useABI(outer.abi);
    setLifetimePolicy(outer.rule);
  }
});
