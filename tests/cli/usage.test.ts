/** What the command says of the ways to call it, right and wrong: nothing here starts Python. */
import { readFileSync } from 'node:fs';
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
])('pybuffer %s', (line, stdout) => {
  expect(command.run(line.split(' '))).toEqual({ status: 0, stdout, stderr: '' });
});

test.each([
  ['nothing', 'there is no command nothing (pybuffer --help)'],
  ['a.py', 'there is no command a.py: try "pybuffer python a.py" (pybuffer --help)'],
  ['--nothing', "Unknown option '--nothing' (pybuffer --help)"],
  ['python', 'python needs a file (pybuffer --help)'],
  ['python --nothing a.py', "Unknown option '--nothing' (pybuffer --help)"],
  ['python nothing.py', `there is no file ${join(ROOT, 'nothing.py')}`],
  ['check', 'check needs a Python file and a port (pybuffer --help)'],
  ['check a.py', 'check needs a Python file and a port (pybuffer --help)'],
  ['check a.py b.js c.js', 'check takes two files, and c.js is a third (pybuffer --help)'],
  ['check nothing.py b.js', 'there is no file nothing.py'],
  ['check nothing.json b.js', 'there is no file nothing.json'],
  ['check README.md b.js --python nothing', 'nothing is no Python 3.8 or later'],
  ['check package.json b.js', 'package.json was not written by check --save'],
  ['check tests/cli/facts.generated.json nothing.js', 'there is no file nothing.js'],
])('pybuffer %s', (line, message) => {
  expect(command.run(line.split(' '))).toEqual({
    status: 2,
    stdout: '',
    stderr: `pybuffer: ${message}\n`,
  });
});
