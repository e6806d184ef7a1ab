/** Faults of Skulpt that are mended, in a session that CPython answered, and a Skulpt that lacks what is mended. */
import { freshSkulpt, runnerOf, testSession, withAdapter } from './host.js';

testSession('mending');

test('the adapter works on a Skulpt without the internal functions that it mends', () => {
  const Sk = freshSkulpt();
  const descriptor = Sk.builtin['method_descriptor']!.prototype as Record<string, unknown>;
  const run = runnerOf(Sk);
  const { copy } = { copy: Sk.builtinFiles.files['src/lib/copy.py'] };
  expect(copy).toContain('_reconstruct');
  delete Sk.builtinFiles.files['src/lib/copy.py'];
  const check = descriptor['m$checkself'];
  descriptor['m$checkself'] = undefined;
  const { LookupError, IndexError } = Sk.builtin;
  delete Sk.builtin['LookupError'];
  withAdapter(Sk);
  Sk.builtin['LookupError'] = LookupError!;
  expect(IndexError!.prototype instanceof (LookupError as never)).toBe(false);
  expect(Sk.builtinFiles.files['src/lib/copy.py']).toBeUndefined();
  expect(descriptor['m$checkself']).toBeUndefined();
  descriptor['m$checkself'] = check;
  expect(run("print(b'ab'.upper(), bytes([1]))")).toBe("b'AB' b'\\x01'\n");
});

test.each(['astFromParse', 'astnodes', 'parse'])('the adapter does not need `Sk.%s`', (name) => {
  const Sk = freshSkulpt() as unknown as Record<string, unknown>;
  const own = Sk[name];
  Sk[name] = undefined;
  withAdapter(Sk as never);
  expect(Sk[name]).toBeUndefined();
  Sk[name] = own;
  expect(runnerOf(Sk as never)("print(b'ab' + bytearray(b'c'))")).toBe("b'abc'\n");
});
