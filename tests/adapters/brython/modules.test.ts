/** The modules of the library in Brython: a session that CPython 3.15 answered. */
import { install } from 'pybuffer/brython';
import type { Brython, Instance } from '../../../src/adapters/brython/brython.js';
import { brythonWithAdapter, freshBrython, testSession } from './host.js';

testSession(brythonWithAdapter(), 'modules');

test('a module has its names, no documentation, and one class for each exception', () => {
  const fresh = freshBrython();
  install(fresh);
  const $B = fresh as unknown as Brython;
  const of = (module: string, name: string) => $B.module_getattr($B.imported[module]!, name);
  const names = ['struct', '_struct', 'array', 'binascii', '_pybuffer_io', '_pybuffer_codecs'];
  for (const name of names)
    expect([name, of(name, '__name__'), of(name, '__doc__'), of(name, '__spec__')]).toEqual([
      name,
      name,
      '',
      $B.builtins.None,
    ]);
  const pack = of('struct', 'pack') as Instance;
  expect(pack.ob_type).toBe($B.builtin_function_or_method);
  expect([pack['m_module'], pack['$function_infos']]).toEqual(['struct', ['struct', 'pack', 'pack']]);
  expect(of('struct', 'error')).toBe(of('_struct', 'error'));
  expect(of('binascii', 'Error')).not.toBe(of('binascii', 'Incomplete'));
  expect(of('array', 'ArrayType')).toBe(of('array', 'array'));
  expect(of('_pybuffer_io', 'BytesIO')).toMatchObject({ tp_name: 'BytesIO' });
  for (const name of ['register_error', 'lookup_error'])
    expect(of('_pybuffer_codecs', name)).toEqual(expect.any(Function));
});

test("Brython's own `io` and `codecs` import the stream and the error handlers, if the page has them", () => {
  const fresh = freshBrython() as unknown as Brython;
  const own = ['_io', '_codecs'].map((name) => fresh.VFS![name]![1]);
  install(fresh);
  const added = ['_io', '_codecs'].map((name, i) => fresh.VFS![name]![1].slice(own[i]!.length));
  expect(added).toEqual([
    '\ntry:\n from _pybuffer_io import BytesIO\nexcept ImportError:\n pass\n',
    '\ntry:\n from _pybuffer_codecs import register_error, lookup_error\nexcept ImportError:\n pass\n',
  ]);
  const without = freshBrython() as unknown as Brython;
  delete without.VFS!['_io'];
  delete without.VFS!['_codecs'];
  install(without);
  expect([without.VFS!['_io'], without.VFS!['_codecs']]).toEqual([undefined, undefined]);
  const bare = freshBrython() as unknown as Brython;
  delete bare.VFS;
  install(bare);
  expect(bare.imported['struct']).toBeDefined();
});
