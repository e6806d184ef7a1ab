// The texts of `pybuffer --help` and `pybuffer COMMAND --help`.

export const HELP = {
  '': `usage: pybuffer [-i] [-q]                    Python's prompt, on pybuffer's types
       pybuffer python FILE.py [args]       run a Python file on pybuffer's types
       pybuffer check FILE.py PORT          compare a port with the Python it was ported from

options:
  -i, --interactive  show the prompt even when the input is not a terminal
  -q, --quiet        no banner
  -h, --help         show this text; also after a command
  -V, --version      show the version

Python runs in Pyodide, an optional peer dependency: npm install --save-dev pyodide@~315.0.0-0
Environment: NO_COLOR; PYBUFFER_HISTORY names the file of the prompt's history (empty: none);
PYBUFFER_CPYTHON names the Python that check runs.
`,
  python: `usage: pybuffer python FILE.py [args]
       pybuffer python -c CODE [args]
       pybuffer python -m MODULE [args]
       pybuffer python - [args]              read the program from the input

Runs a Python program in which bytes, bytearray, memoryview, struct, array and io.BytesIO are pybuffer's, also in
the modules beside the file. For a folder, runs its __main__.py. The exit status is the program's.

options:
  -c CODE      run this text
  -m MODULE    run this module, also one of Python's library
  --calls      at the end, print on stderr how many calls reached the library
  -h, --help   show this text
`,
  check: `usage: pybuffer check FILE.py PORT [--cases FILE] [--save FACTS.json] [--python PROGRAM]
                      [--timeout SECONDS] [--objects] [--box]
       pybuffer check FACTS.json PORT

Runs the Python on CPython and records each call of its public functions and methods, with arguments and result; then
makes the same calls to PORT, a module for Node, and shows the first difference as Python values.

The calls come from a function cases() in FILE.py, from a list 'cases' of tuples (function, *arguments), or else from
the examples in its docstrings.

options:
  --cases FILE      a Python file with cases, which imports FILE
  --save FACTS      also write what was recorded, for machines without Python
  --python PROGRAM  the Python to ask (default: $PYBUFFER_CPYTHON, python3.15, python3)
  --timeout SECONDS how long the port may take to load, and for each call (default: 60; 0: no limit)
  --objects         pass dicts with string keys to the port as plain objects, not as Maps
  --box             pass floats without a fraction, such as 2.0, to the port as PyFloats, not as numbers
  -h, --help        show this text

exit status: 0 the port agrees, 1 it differs, 2 something is missing or wrong
`,
} as const;

export type Command = Exclude<keyof typeof HELP, ''>;
