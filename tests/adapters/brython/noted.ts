/**
 * Brython with the adapter, some of whose functions note their calls, as do the library's built-in functions and the
 * constructors of its tables, which short ways avoid. Callers: the tests of this folder.
 */
import { install } from 'pybuffer/brython';
import * as runtimes from '../../../src/runtime/index.js';
import { Noted } from '../ways.js';
import type { Way } from '../ways.js';
import { freshBrython } from './host.js';

/** Functions of `__BRYTHON__` by the names of their objects there; of itself under `$B`. */
type Names = Readonly<Record<string, readonly string[]>>;

/**
 * Calls a function for each source of wanted ways, an expression, and gives what it returns and reaches.
 *
 * @param classes a program whose names the expressions use
 */
export function waysOf(names: Names, classes: string, wanted: readonly Way[]): Way[] {
  const $B = freshBrython();
  const noted = new Noted();
  for (const [name, functions] of Object.entries(names))
    noted.over(name, name === '$B' ? $B : ($B.builtins[name] as object), ...functions);
  noted.over('builtins', $B.builtins, 'abs', 'hash', 'iter', 'ord');
  const made = jest.spyOn(runtimes, 'createRuntime');
  install($B);
  const { types, builtins } = made.mock.results[0]!.value as ReturnType<typeof runtimes.createRuntime>;
  made.mockRestore();
  for (const name of ['bytes', 'bytearray'] as const) noted.over(name, types[name], 'create', 'construct');
  noted.over('library', builtins, ...Object.keys(builtins));
  const module = $B.runPythonSource(
    `${classes}\n${wanted.map(([source], i) => `def way${i}():\n    return ${source}\n`).join('')}`,
    'ways',
  );
  return wanted.map(([source], i) => {
    const way = $B.module_getattr(module, `way${i}`);
    noted.taken();
    const value = $B.$call(way);
    const reached = noted.taken().join(' ');
    return [source, String($B.$call($B.builtins['repr'], value)), reached];
  });
}
