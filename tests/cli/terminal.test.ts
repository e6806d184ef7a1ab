/**
 * The prompt in a terminal: completion, history, Ctrl-C, input() and Ctrl-D. CPython's `pty` is the terminal.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCommand } from './command.js';
import { cpython, testOnCPython } from '../native-cpython.js';

const command = buildCommand();
const folder = mkdtempSync(join(tmpdir(), 'pybuffer-terminal-'));
afterAll(() => {
  command.remove();
  rmSync(folder, { recursive: true, force: true });
});

testOnCPython('the prompt in a terminal')(
  'the prompt in a terminal',
  () => {
    const history = join(folder, 'history');
    const UP = '\x1b[A';
    const PROMPT = '>>> ';
    const steps = [
      ["x = bytearray(b'abc')\r", "'abc')", PROMPT],
      ['x.app\t', 'x.append('],
      ['100)\r', '100)', PROMPT],
      ['x\r', "bytearray(b'abcd')", PROMPT],
      [`${UP}${UP}`, 'x.append(100)'],
      ['\r', '\r\n', PROMPT],
      ['x\r', "bytearray(b'abcdd')", PROMPT],
      ['for i in x:\r', '... '],
      ['\x03', 'KeyboardInterrupt', PROMPT],
      ["name = input('who? ')\r", '\r\n', 'who? '],
      ['me\n', PROMPT],
      ['name * 2\r', "'meme'", PROMPT],
      ['1/0\r', 'ZeroDivisionError: division by zero', PROMPT],
      ['\x04', '\r\n'],
    ];
    const [shown, status] = JSON.parse(
      execFileSync(cpython, [join(__dirname, 'terminal.py')], {
        input: JSON.stringify([[process.execPath, command.program], steps]),
        encoding: 'utf8',
        // Without a limit the script would wait forever for text that does not appear.
        timeout: 90_000,
        env: { ...process.env, PYBUFFER_HISTORY: history, TERM: 'xterm' },
      }),
    ) as [string, number];
    for (const [, ...expected] of steps) for (const text of expected) expect(shown).toContain(text);
    expect(status).toBe(0);
    // A repeated line moves to the end.
    expect(readFileSync(history, 'utf8').split('\n')).toEqual([
      "x = bytearray(b'abc')",
      'x.append(100)',
      'x',
      'for i in x:',
      "name = input('who? ')",
      'name * 2',
      '1/0',
      '',
    ]);
  },
  120_000,
);
