/** The modules `struct`, `array`, `binascii` and `io` on Skulpt, in a session that CPython answered. */
import { freshSkulpt, runnerOf, testSession, withAdapter } from './host.js';

testSession('modules');

test("the modules replace Skulpt's files, and `codecs`, which it lacks, stays lacking", () => {
  const Sk = freshSkulpt();
  const before = Object.keys(Sk.builtinFiles.files);
  withAdapter(Sk);
  const after = new Set(Object.keys(Sk.builtinFiles.files));
  const isThere = (name: string) => [after.has(`src/lib/${name}.py`), after.has(`src/lib/${name}.js`)];
  for (const name of ['struct', 'array', 'binascii', 'io'])
    expect([name, isThere(name)]).toEqual([name, [false, true]]);
  expect(isThere('codecs')).toEqual(
    ['codecs.py', 'codecs.js'].map((name) => before.includes(`src/lib/${name}`)),
  );
  expect(runnerOf(Sk)('import struct\nprint(struct.pack.__module__, struct.error)')).toBe(
    "struct <class 'struct.error'>\n",
  );
});

test('a Skulpt without files gets them', () => {
  const Sk = freshSkulpt() as unknown as { builtinFiles?: { files: Record<string, string> } };
  delete Sk.builtinFiles;
  withAdapter(Sk as never);
  expect(Object.keys(Sk.builtinFiles!.files).sort()).toEqual(
    ['array', 'binascii', 'io', 'struct'].map((name) => `src/lib/${name}.js`),
  );
});
