/** The command's answers to right and wrong options. Nothing here starts Python. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { HELP } from '../../cli/help.js';
import { ROOT, buildCommand } from './command.js';

const command = buildCommand();
afterAll(() => command.remove());

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

test.each([
  ['--help', HELP['']],
  ['-h', HELP['']],
  ['--version', `${version}\n`],
  ['-V', `${version}\n`],
  ['python --help', HELP.python],
  ['check --help', HELP.check],
  ['check a b --help', HELP.check],
  ['help', HELP['']],
  ['help python', HELP.python],
  ['help check', HELP.check],
])('pybuffer %s', (line, stdout) => {
  expect(command.run(line.split(' '))).toEqual({ status: 0, stdout, stderr: '' });
});

test.each([
  ['nothing', 'there is no command nothing (pybuffer --help)'],
  ['pyhton a.py', 'there is no command pyhton: did you mean python? (pybuffer --help)'],
  ['chk', 'there is no command chk (pybuffer --help)'],
  ['chec', 'there is no command chec: did you mean check? (pybuffer --help)'],
  ['', "there is no command '' (pybuffer --help)"],
  ['help nothing', 'there is no command nothing (pybuffer --help)'],
  ['a.py', 'there is no command a.py: try "pybuffer python a.py" (pybuffer --help)'],
  ['--nothing', "unknown option '--nothing' (pybuffer --help)"],
  ['python', 'python needs a file (pybuffer python --help)'],
  ['python -c', "option '-c' needs a value (pybuffer python --help)"],
  ['python -m', "option '-m' needs a value (pybuffer python --help)"],
  ['python --nothing a.py', "unknown option '--nothing' (pybuffer python --help)"],
  ['python nothing.py', `can't open file '${join(ROOT, 'nothing.py')}': [Errno 2] No such file or directory`],
  ['python ', `can't open file '${ROOT}': [Errno 2] No such file or directory`],
  ['check', 'check needs a Python file and a port (pybuffer check --help)'],
  ['check a.py', 'check needs a Python file and a port (pybuffer check --help)'],
  ['check a.py b.js c.js', 'check takes two files, and c.js is a third (pybuffer check --help)'],
  ['check --cases', "option '--cases' needs a value (pybuffer check --help)"],
  ['check --cases --save a b', "option '--cases' needs a value (pybuffer check --help)"],
  ['check a b --timeout soon', '--timeout takes a number of seconds, not soon (pybuffer check --help)'],
  ['check a b --timeout=-1', '--timeout takes a number of seconds, not -1 (pybuffer check --help)'],
  ['check a b --objects=1', "option '--objects' does not take an argument (pybuffer check --help)"],
  ['check nothing.py package.json', 'there is no file nothing.py'],
  ['check nothing.json package.json', 'there is no file nothing.json'],
  ['check src package.json', 'src is a folder'],
  ['check package.json src', 'src is a folder'],
  ['check README.md package.json --python nothing', 'nothing is not Python 3.8 or later'],
  ['check README.md package.json --cases nothing.py', 'there is no file nothing.py'],
  ['check package.json package.json', 'package.json was not written by check --save'],
  ['check tests/cli/facts.generated.json nothing.js', 'there is no file nothing.js'],
  [
    'check tests/cli/facts.generated.json package.json --save nothing/facts.json',
    'nothing/facts.json cannot be written: ENOENT',
  ],
])('pybuffer %s', (line, message) => {
  expect(command.run(line.split(' '))).toEqual({
    status: 2,
    stdout: '',
    stderr: `pybuffer: ${message}\n`,
  });
});

test('a folder that is not a program has the status of Python', () => {
  expect(command.run(['python', 'src'])).toEqual({
    status: 1,
    stdout: '',
    stderr: `pybuffer: can't find '__main__' module in '${join(ROOT, 'src')}'\n`,
  });
});

test('the command that installs Pyodide finds the release of these tests, and the package allows it', () => {
  const { satisfies } = createRequire(__filename)('semver') as {
    satisfies(version: string, range: string): boolean;
  };
  const read = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Record<string, never>;
  const { version: tested } = read('node_modules/pyodide/package.json');
  const range = /npm install --save-dev pyodide@(\S+)/.exec(HELP[''])?.[1];
  expect(satisfies(tested, range!)).toBe(true);
  expect(satisfies(tested, read('package.json')['peerDependencies']!['pyodide'])).toBe(true);
  for (const path of ['README.md', 'cli/python.ts', 'cli/help.ts', 'scripts/check-package.mjs']) {
    const text = readFileSync(join(ROOT, path), 'utf8');
    const named = [...text.matchAll(/npm install --save-dev pyodide([^\s`'\\]*)/g)].map(
      ([, version]) => version,
    );
    expect(named.filter((version) => version !== `@${range}`)).toEqual([]);
    expect(named.length).toBeGreaterThan(0);
  }
});
