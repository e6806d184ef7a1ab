/** `pybuffer python` and the prompt: Python on our types, as Python itself would run it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCommand } from './command.js';

const command = buildCommand();
const folder = mkdtempSync(join(tmpdir(), 'pybuffer-python-'));
afterAll(() => {
  command.remove();
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

test('a file, its arguments, the module beside it, and where its types come from', () => {
  write('beside.py', 'VALUE = type(b"ab").__name__, b"ab"[::-1]\n');
  const file = write(
    'program.py',
    `import sys, struct, array, io
import beside
print(sys.argv[1:], __name__, beside.VALUE)
print(struct.pack("<H", 3), array.array("B", b"ab"), io.BytesIO(b"ab").read(1), b"%03d" % 7)
print(sys.stdin.readline().strip(), open(__file__, "rb").read(6))
print("no end of line", end="")
`,
  );
  const { status, stdout, stderr } = command.run(['python', '--calls', file, '-x', '--help'], {
    input: 'a line\n',
  });
  expect(stdout).toBe(
    "['-x', '--help'] __main__ ('bytes', b'ba')\n" +
      "b'\\x03\\x00' array('B', [97, 98]) b'a' b'007'\n" +
      "a line b'import'\n" +
      'no end of line',
  );
  expect(stderr).toMatch(/^calls that reached pybuffer: [1-9]\d*\n$/);
  expect(status).toBe(0);
});

test('a traceback shows the program, not what runs it, and the status is 1', () => {
  const file = write('fails.py', 'x = bytearray(b"a")\nm = memoryview(x)\nx.append(1)\n');
  expect(command.run(['python', file])).toEqual({
    status: 1,
    stdout: '',
    stderr: `Traceback (most recent call last):
  File "${file}", line 3, in <module>
    x.append(1)
    ~~~~~~~~^^^
BufferError: Existing exports of data: object cannot be re-sized
`,
  });
});

test.each([
  [
    'x = "\\xe9"\n',
    1,
    '    x = "\ufffd"\n         ^',
    "Non-UTF-8 code starting with '\\xe9' in file NAME on line 1, ",
  ],
  [
    'x\ny = "\\xe9"\n',
    1,
    '    y = "\ufffd"\n         ^',
    "Non-UTF-8 code starting with '\\xe9' in file NAME on line 1, ",
  ],
  [
    '#\ny = "\\xe9"\n',
    2,
    '    y = "\ufffd"\n         ^',
    "Non-UTF-8 code starting with '\\xe9' in file NAME on line 2, ",
  ],
  ['x\ny = 1\0\n', 2, '    y = 1', 'source code cannot contain null bytes'],
])('a file that is no text: %j', (source, line, shown, message) => {
  const file = join(folder, 'odd.py');
  writeFileSync(file, Buffer.from(source.replace('\\xe9', '\xe9'), 'latin1'));
  const { status, stderr } = command.run(['python', file]);
  expect(status).toBe(1);
  const said = message.replace('NAME', file);
  expect(stderr).toContain(`  File "${file}", line ${line}\n${shown}\nSyntaxError: ${said}`);
});

test('exit statuses are those of Python', () => {
  const code = `from pybridge.run import status_of
codes = None, 3, True, 256 + 7, -1, 2**31, 2**63, -2**63 - 1, "bye", (1, 2)
print([status_of(SystemExit(code)) for code in codes], status_of(KeyboardInterrupt()))`;
  expect(command.run(['python', '-c', code])).toEqual({
    status: 0,
    stdout: '[0, 3, 1, 7, 255, 0, 255, 255, 1, 1] 130\n',
    stderr: 'bye\n(1, 2)\nKeyboardInterrupt\n',
  });
});

test('the end of a program: sys.excepthook, functions of atexit, finalizers, a closed sys.stdout', () => {
  const code = `import atexit, sys
class Last:
    def __del__(self):
        print("gone")
        sys.stdout.close()
last = Last()
atexit.register(print, "at exit")
sys.excepthook = lambda cls, *_: print(cls.__name__)
1/0`;
  expect(command.run(['python', '-c', code])).toEqual({
    status: 1,
    stdout: 'ZeroDivisionError\nat exit\ngone\n',
    stderr: '',
  });
});

test('os._exit ends a program at once', () => {
  const code = 'import atexit, os; atexit.register(print, 1); print(2, flush=True); os._exit(4)';
  expect(command.run(['python', '-c', code])).toEqual({ status: 4, stdout: '2\n', stderr: '' });
});

test('what a program sees of itself: its names, the path it was called by, the environment', () => {
  write('__main__.py', 'import os, sys\nprint(sys.argv, sorted(globals()), os.environ["PYBUFFER_TEST"])\n');
  expect(command.run(['python', folder, 'x'], { env: { PYBUFFER_TEST: 'ü' } })).toEqual({
    status: 0,
    stdout: `['${folder}', 'x'] ['__builtins__', '__doc__', '__file__', '__loader__', '__name__', '__package__', '__spec__', 'os', 'sys'] ü\n`,
    stderr: '',
  });
});

test('asyncio: timers, streams, time-outs', () => {
  const code = `import asyncio
async def main():
    reader = asyncio.StreamReader()
    asyncio.get_running_loop().call_later(0.01, reader.feed_data, b"ab\\ncd")
    print(await reader.readline(), await asyncio.gather(asyncio.sleep(0, 1), asyncio.sleep(0.001, 2)))
    try:
        async with asyncio.timeout(0.001):
            await asyncio.sleep(1000)
    except TimeoutError:
        print("too late")
asyncio.run(main())
asyncio.run(asyncio.Event().wait())
`;
  const { status, stdout, stderr } = command.run(['python', '-c', code]);
  expect(stdout).toBe("b'ab\\n' [1, 2]\ntoo late\n");
  expect(stderr).toMatch(
    /\nRuntimeError: the event loop would wait for ever: nothing is left that could wake it\n/,
  );
  expect(status).toBe(1);
});

test('a program from the input', () => {
  expect(command.run(['python', '-', 'x'], { input: 'import sys\nprint(sys.argv, b"a"[0])\n' })).toEqual({
    status: 0,
    stdout: "['-', 'x'] 97\n",
    stderr: '',
  });
});

test('the prompt: values, blocks, tracebacks, the last value, exit', () => {
  const input = `
# a comment
   
import sys; sys.ps1, sys.ps2
b"abc".find(b"c")
_ + 1
x = bytearray(b"abc")
for i in x[:2]:
    print(i)

m = memoryview(x)
x.append(1)
def f(:
type(m[:2])
sys.exit(5)
print("not reached")
`;
  const { status, stdout, stderr } = command.run(['-i', '-q'], { input });
  expect(stdout).toBe(
    ">>> >>> >>> >>> ('>>> ', '... ')\n>>> 2\n>>> 3\n>>> >>> ... ... 97\n98\n>>> >>> >>> >>> <class 'memoryview'>\n>>> ",
  );
  expect(stderr).toBe(`Traceback (most recent call last):
  File "<python-input-9>", line 1, in <module>
    x.append(1)
    ~~~~~~~~^^^
BufferError: Existing exports of data: object cannot be re-sized
  File "<python-input-10>", line 1
    def f(:
          ^
SyntaxError: invalid syntax
`);
  expect(status).toBe(5);
});

test('completion knows the names of the program and the methods of our types', () => {
  const code = `import pybridge.console as console
here = console.Console()
here.push("value = bytearray(b'a')")
for line in "value.fin", "x = val", "bytea", "value.", "1 + ", "nothing.x":
    print(here.complete(line)[:50])
`;
  expect(command.run(['python', '-c', code]).stdout.split('\n')).toEqual([
    '[["value.find("], "value.fin"]',
    '[["value"], "val"]',
    '[["bytearray("], "bytea"]',
    '[["value.append(", "value.capitalize(", "value.cen',
    '[[], ""]',
    '[[], "nothing.x"]',
    '',
  ]);
});
