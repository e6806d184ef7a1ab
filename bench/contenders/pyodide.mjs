// Runs the rows' Python programs on Pyodide, in a process that ../contender.ts starts.
import { loadPyodide } from 'pyodide';
import { read, serve } from './serve.mjs';

const python = await loadPyodide();
python.runPython(read('data.py'));
python.runPython(read('driver.py'));
const handle = python.globals.get('handle');
const version = python.runPython('import sys; "Pyodide, CPython " + sys.version.split()[0]');
await serve(version, (request) => JSON.parse(handle(JSON.stringify(request))));
