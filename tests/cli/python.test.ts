/** `pybuffer python` and the prompt: Python on our types, as Python itself would run it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

test('modules of a program are its own, whatever modules of the library are named like them', () => {
  write(
    'quopri.py',
    `from typing import NamedTuple
KIND = type(b"")
def kind(data): return type(data) is KIND, isinstance(data, bytes)
class Reader:
    def __init__(self, data): self.data = data
    def kind(self): return kind(self.data)
    def read(self, data): return kind(data)
    @classmethod
    def of(cls, data): return kind(data)
class Pair(NamedTuple):
    data: object
class Held:
    value = b"ab"
`,
  );
  const file = write(
    'with_quopri.py',
    `import quopri
print(quopri.kind(b"a"), quopri.Reader(b"a").kind(), quopri.Reader(b"").read(b"a"), quopri.Reader.of(b"a"))
print(quopri.kind(memoryview(b"a").tobytes()), quopri.kind(bytearray(b"a")))
class Derived(quopri.Reader): pass
KEPT = b"kept"
print(quopri.Pair(KEPT).data is KEPT, quopri.Held().value is quopri.Held.value)
print(Derived(b"a").kind(), Derived(b"").read(b"a"), list(map(quopri.kind, [b"a"])))
`,
  );
  expect(command.run(['python', file])).toEqual({
    status: 0,
    stdout:
      '(True, True) (True, True) (True, True) (True, True)\n(True, True) (False, False)\n' +
      'True True\n(True, True) (True, True) [(True, True)]\n',
    stderr: '',
  });
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

test('a program sees its own names, its path, and the environment', () => {
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

test('a program from the input is read as a file: its name, its encoding, a byte order mark', () => {
  const bytes = (text: string) => Buffer.from(text, 'latin1');
  expect(
    command.run(['python', '-'], { input: '\ufeffdef f(): 1/0\nprint(__file__, "\xe9")\nf()\n' }),
  ).toEqual({
    status: 1,
    stdout: '<stdin> \xe9\n',
    stderr: `Traceback (most recent call last):
  File "<stdin>", line 3, in <module>
  File "<stdin>", line 1, in f
ZeroDivisionError: division by zero
`,
  });
  const { status, stderr } = command.run(['python', '-'], { input: bytes('print("\xe9")') });
  expect(status).toBe(1);
  expect(stderr).toContain("SyntaxError: Non-UTF-8 code starting with '\\xe9' in file <stdin> on line 1, ");
});

test('a module, as python -m runs it: one beside, a package, one of the library, one that is missing', () => {
  write('tool.py', 'import sys\nprint(sys.argv, __name__, __spec__.name, b"ab"[1:])\n[][0]\n');
  expect(command.run(['python', '-m', 'tool', '-x'], { cwd: folder })).toEqual({
    status: 1,
    stdout: `['${join(folder, 'tool.py')}', '-x'] __main__ tool b'b'\n`,
    stderr: `Traceback (most recent call last):
  File "<frozen runpy>", line 201, in _run_module_as_main
  File "<frozen runpy>", line 87, in _run_code
  File "${join(folder, 'tool.py')}", line 3, in <module>
    [][0]
    ~~^^^
IndexError: list index out of range
`,
  });
  mkdirSync(join(folder, 'parts'));
  write('parts/__init__.py', '');
  const missing = "No module named parts.__main__; 'parts' is a package and cannot be directly executed";
  expect(command.run(['python', '-m', 'parts'], { cwd: folder })).toEqual({
    status: 1,
    stdout: '',
    stderr: `pybuffer: ${missing}\n`,
  });
  const { status, stdout, stderr } = command.run(['python', '--calls', '-m', 'base64', '-e'], {
    input: 'abc',
  });
  expect([status, stdout]).toEqual([0, 'YWJj\n']);
  // The module of Python's standard library runs on our types too.
  expect(stderr).toMatch(/^calls that reached pybuffer: [1-9]\d*\n$/);
});

test('a traceback through imports shows none of the importing', () => {
  write('inner.py', 'x = b"a"\nx[9]\n');
  write('wrong.py', 'x = = 1\n');
  write('outer.py', 'try:\n    import inner\nexcept IndexError:\n    import wrong\n');
  const { stderr } = command.run(['python', '-c', 'import outer'], { cwd: folder });
  const at = (name: string) => join(folder, name);
  expect(stderr).toBe(`Traceback (most recent call last):
  File "${at('outer.py')}", line 2, in <module>
    import inner
  File "${at('inner.py')}", line 2, in <module>
    x[9]
    ~^^^
IndexError: index out of range

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "<string>", line 1, in <module>
    import outer
  File "${at('outer.py')}", line 4, in <module>
    import wrong
  File "${at('wrong.py')}", line 1
    x = = 1
        ^
SyntaxError: invalid syntax
`);
});

test('sys.excepthook raises, exits, calls the original; sys.stderr is missing or closed', () => {
  const code = `import sys
from pybridge.run import show, status_of
def hook(*failure):
    sys.__excepthook__(*failure)
    1/0
def leave(*failure):
    sys.exit(5)
error = IndexError("first")
for sys.excepthook in hook, None, leave:
    try:
        raise error
    except IndexError:
        pass
    print(status_of(error.with_traceback(None)))
sys.excepthook = sys.__excepthook__
real, sys.stderr = sys.stderr, None
show(error)
sys.stderr = real
sys.stderr.close()
show(error)
`;
  const { status, stdout, stderr } = command.run(['python', '-c', code]);
  expect([status, stdout]).toEqual([0, '1\n1\n5\n']);
  expect(stderr).toBe(`IndexError: first
Error in sys.excepthook:
Traceback (most recent call last):
  File "<string>", line 5, in hook
    1/0
    ~^~
ZeroDivisionError: division by zero

Original exception was:
IndexError: first
Error in sys.excepthook:
TypeError: 'NoneType' object is not callable

Original exception was:
IndexError: first
lost sys.stderr
`);
});

test('the prompt reads its input line by line: input(), prompts, what the end cuts off, os._exit', () => {
  write('near.py', 'value = b"ab"[::-1]\n');
  const at = (input: string, env = {}) => command.run(['-i', '-q'], { input, cwd: folder, env });
  const lines = `import sys, os, near
near.value, os.environ["PYBUFFER_TEST"], len(open("near.py").read())
name = input("who? ")
me
name; sys.ps1, sys.ps2 = "$ ", ": "
if 1:
  2

del sys.ps1
sys.stdout.close()
1/0
type(sys.last_exc)
for i in 3, 4:
  print(i, file=sys.stderr)`;
  const first = at(lines, { PYBUFFER_TEST: 'ü' });
  expect(first.stdout).toBe(">>> >>> (b'ba', 'ü', 20)\n>>> who? >>> 'me'\n$ : : 2\n$ ");
  expect(first.stderr).toContain('ZeroDivisionError: division by zero\n');
  expect(first.stderr).toContain('ValueError: I/O operation on closed file.\n3\n4\n');
  expect(first.status).toBe(0);
  const open = at('(1,\n2');
  expect(open.stdout).toBe('>>> ... ... \n>>> \n');
  expect(open.stderr).toMatch(/\nSyntaxError: '\(' was never closed\n$/);
  expect(at('import os\nos._exit(7)\n')).toEqual({ status: 7, stdout: '>>> >>> ', stderr: '' });
  expect(at('import sys\nsys.stdin.close()\n1\n').status).toBe(1);
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
here = console.Console(dict(__import__('os').environ))
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
