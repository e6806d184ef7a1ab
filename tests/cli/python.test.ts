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

test('a program on the command line that ends with a message', () => {
  expect(command.run(['python', '-c', 'raise SystemExit("bye")'])).toEqual({
    status: 1,
    stdout: '',
    stderr: 'bye\n',
  });
});

test('a program from the input', () => {
  expect(command.run(['python', '-', 'x'], { input: 'import sys\nprint(sys.argv, b"a"[0])\n' })).toEqual({
    status: 0,
    stdout: "['-', 'x'] 97\n",
    stderr: '',
  });
});

test('the prompt: values, blocks, tracebacks, the last value, exit', () => {
  const input = `b"abc".find(b"c")
_ + 1
x = bytearray(b"abc")
for i in x[:2]:
    print(i)

m = memoryview(x)
x.append(1)
def f(:
type(m[:2])
import sys; sys.exit(5)
print("not reached")
`;
  const { status, stdout, stderr } = command.run(['-i', '-q'], { input });
  expect(stdout).toBe(">>> 2\n>>> 3\n>>> >>> ... ... 97\n98\n>>> >>> >>> >>> <class 'memoryview'>\n>>> ");
  expect(stderr).toBe(`Traceback (most recent call last):
  File "<python-input-5>", line 1, in <module>
    x.append(1)
    ~~~~~~~~^^^
BufferError: Existing exports of data: object cannot be re-sized
  File "<python-input-6>", line 1
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
