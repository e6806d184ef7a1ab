// Prints as JSON what pyodide.test.ts checks on a real Pyodide. A separate process, because Jest cannot load Pyodide.
import { loadPyodide } from 'pyodide';
import { ByteArray, Bytes, MemoryView } from 'pybuffer';
import { fromPyodide, toPyodide } from 'pybuffer/pyodide';

const pyodide = await loadPyodide();
const python = (code) => pyodide.runPython(code);
const answers = {};

python("import array\ndata = bytearray(b'abcdef')");
const view = fromPyodide(python('data'));
view.set(0, 65);
answers.inPlace = [python('bytes(data).decode()'), view.format, view.readonly];
const resize =
  "try:\n    data.append(1)\n    r = 'resized'\nexcept BufferError as error:\n    r = str(error)\nr";
answers.locked = python(resize);
view.release();
answers.released = python(resize);

python("matrix = memoryview(array.array('i', range(12))).cast('B').cast('i', [3, 4])");
const matrix = fromPyodide(python('matrix'));
answers.matrix = [matrix.tolist(), matrix.shape, matrix.strides, matrix.get(2, -1)];
matrix.release();
const steps = fromPyodide(python("memoryview(array.array('H', [1, 2, 3, 4, 5]))[::-2]"));
answers.steps = [steps.tolist(), steps.strides, steps.nbytes];
steps.release();
const long = fromPyodide(python("array.array('l', [-1, 7])"));
answers.long = [long.tolist(), long.itemsize, long.format];
long.release();
const fixed = fromPyodide(python("b'xyz'"));
answers.fixed = [fixed.readonly, new Bytes(fixed).repr()];
fixed.release();

const back = (value, code) => {
  pyodide.globals.set('view', toPyodide(pyodide, value));
  return python(code);
};
answers.back = back(new Bytes('abc', 'ascii'), 'repr((bytes(view), view.readonly, view.format))');
const grid = new MemoryView(new ByteArray(12)).cast('i', [3, 1]);
answers.backGrid = back(
  grid,
  'view[2, 0] = 5\nrepr((view.tolist(), view.shape, view.format, view.readonly))',
);
answers.backFloats = back(Float64Array.of(0.5, 2), 'repr(view.tolist())');
process.stdout.write(JSON.stringify(answers), () => process.exit(0));
