/**
 * Fast paths of the methods of plain bytes on Skulpt: a session that CPython answered, and which of its steps take
 * them.
 */
import { lifetimePolicy, setLifetimePolicy } from '../../../src/protocol/index.js';
import { ILP32, abi, useABI } from '../../../src/python/index.js';
import * as settings from '../../../src/runtime/host/settings.js';
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

test('a search for one byte or bytes needs no settings', () => {
  const run = skulptWithAdapter();
  const begun = jest.spyOn(settings, 'beginShort');
  try {
    const quick =
      "b.count(44), b.count(b','), b.find(x), b.rfind(98), b.find(255), x.count(44), x.rfind(b','), len(b) and b.find(b)";
    expect(run(`b = b'a,b,b'\nx = bytearray(b',b')\nprint(${quick})`)).toBe('2 2 1 4 -1 1 0 0\n');
    expect(begun).not.toHaveBeenCalled();
    expect(run("b = b'a,b'\nprint(b.count(44, 0), b.find(b',', 2), b.index(b','))")).toBe('1 -1 1\n');
    expect(begun).toHaveBeenCalledTimes(3);
  } finally {
    begun.mockRestore();
  }
});
