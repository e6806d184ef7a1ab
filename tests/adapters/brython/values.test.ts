/** Values that cross between Brython and the library: a session that CPython 3.15 answered. */
import { Bytes } from 'pybuffer';
import { install } from 'pybuffer/brython';
import type { Brython, BrythonClass, Instance } from '../../../src/adapters/brython/brython.js';
import * as runtimes from '../../../src/runtime/index.js';
import type { Host } from '../../../src/runtime/index.js';
import { brythonWithAdapter, freshBrython, testSession } from './host.js';

testSession(brythonWithAdapter(), 'values');

/** A Brython with the adapter, and what the library sees of it. */
function hosted(): { $B: Brython; host: Host<unknown, BrythonClass> } {
  const fresh = freshBrython();
  const made = jest.spyOn(runtimes, 'createRuntime');
  install(fresh);
  const [[host]] = made.mock.calls as unknown as [[Host<unknown, BrythonClass>]];
  made.mockRestore();
  return { $B: fresh as unknown as Brython, host };
}

test('streams and objects of derived classes have a dict, others have none', () => {
  const { $B, host } = hosted();
  const { bytes } = $B.builtins;
  const made = (name: 'bytes' | 'BytesIO', derived: BrythonClass | null) =>
    host.wrap!(name, new Bytes([1]), derived) as Instance;
  expect([made('bytes', null)[$B.DICT], made('bytes', null).ob_type]).toEqual([undefined, bytes]);
  expect(made('BytesIO', null)[$B.DICT]).toBeDefined();
  const derived = { tp_mro: [{}, bytes] } as unknown as BrythonClass;
  const { get_from_dict: own } = $B;
  const slots = (found: unknown) =>
    Object.assign($B, {
      get_from_dict: (cls: BrythonClass, name: string, absent: unknown) =>
        name === '__slots__' ? found : own(cls, name, absent),
    });
  slots($B.NULL);
  expect([made('bytes', derived)[$B.DICT] === undefined, made('bytes', derived).ob_type]).toEqual([
    false,
    derived,
  ]);
  slots([]);
  expect(made('bytes', derived)[$B.DICT]).toBeUndefined();
  Object.assign($B, { get_from_dict: own });
  expect(() => host.wrap('nothing' as never, {}, null)).toThrow(new Error('no class for nothing'));
});

test('a name is looked up in the built-in ones and in modules that are there', () => {
  const { $B, host } = hosted();
  const found = (module: string, name: string) => host.lookUp!(module, name);
  expect(found('builtins', 'len')).toBe($B.builtins['len']);
  expect(found('builtins', 'nothing')).toBeUndefined();
  expect(found('struct', 'pack')).toBe($B.module_getattr($B.imported['struct']!, 'pack'));
  expect(found('struct', 'nothing')).toBeUndefined();
  expect(found('no_such_module', 'name')).toBeUndefined();
  // In the page's library, but not imported.
  expect($B.imported['keyword']).toBeUndefined();
  expect(found('keyword', 'iskeyword')).toBeDefined();
  expect(found('keyword', 'nothing')).toBeUndefined();
});

test("None, null, Brython's NULL and an argument that is missing cross as null", () => {
  const { $B, host } = hosted();
  const values = [$B.builtins.None, null, $B.NULL, undefined];
  expect(values.map((each) => host.fromHost(each))).toEqual([null, null, null, null]);
});

test('an error of Brython is described by its classes, text and attributes, and nothing else is one', () => {
  const { $B, host } = hosted();
  const error = $B.$call($B.builtins['KeyError'], 'k');
  const described = host.describeError!(error)!;
  expect(described.names.slice(0, 3)).toEqual(['KeyError', 'LookupError', 'Exception']);
  expect(described.message).toBe("'k'");
  expect(described.field!('nothing')).toBe($B.builtins.None);
  expect(
    [null, undefined, 5, {}, new Error('x'), host.str('x')].map((each) => host.describeError!(each)),
  ).toEqual(Array(6).fill(null));
});
