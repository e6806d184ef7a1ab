/**
 * Checks what an editor shows of the installed package: parameter names in signature help, and completions
 * without Python's special methods. It asks TypeScript's language service, as editors do. Caller:
 * check-package.mjs.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** The editor asks at the end of each line. */
const PROGRAM = `import { ByteArray, Bytes, MemoryView } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { BytesIO } from 'pybuffer/io';
import { pack, pack_into, Struct } from 'pybuffer/struct';
import * as u8 from 'pybuffer/struct-uint8array';
declare const b: Bytes, ba: ByteArray, mv: MemoryView, array: PyArray, io: BytesIO, struct: Struct<'<H'>, union: Bytes | ByteArray;
`;

/** Calls, with the parameter names that signature help must show. */
const SIGNATURES = {
  "pack('<IHd', ": ['format', 'unsigned_int', 'unsigned_short', 'double'],
  "pack('<2Q4s?', ": ['format', 'unsigned_long_long', 'unsigned_long_long_1', 'bytes', 'bool'],
  "pack_into('<Zd', ba, 0, ": ['format', 'buffer', 'offset', 'double_complex'],
  "u8.pack('<hc', ": ['format', 'short', 'char'],
  "new Struct('>bq').pack(": ['signed_char', 'long_long'],
  'pack(String(), ': ['format', 'values'],
  'b.find(': ['sub', 'start', 'end'],
  'ba.insert(': ['index', 'item'],
};

/** Values, with members that completion must offer. */
const COMPLETIONS = {
  b: ['find', 'hex', 'asReadonlyUint8Array'],
  ba: ['append', 'take_bytes', 'asUint8Array'],
  mv: ['cast', 'tolist', 'c_contiguous'],
  array: ['typecode', 'buffer_info'],
  io: ['read', 'getvalue'],
  struct: ['pack', 'iter_unpack'],
  union: ['find', 'slice'],
};

/**
 * Checks the package that is installed in a folder.
 *
 * @param {string} folder where `node_modules/pybuffer` is
 * @throws {Error} with what an editor shows instead
 */
export function checkEditor(folder) {
  const file = join(folder, 'editor.mts');
  const asked = [...Object.keys(SIGNATURES), ...Object.keys(COMPLETIONS).map((name) => `${name}.`)];
  const source = PROGRAM + asked.map((line) => `{ ${line}\n}\n`).join('');
  const placeOf = (line) => source.indexOf(`{ ${line}\n`) + 2 + line.length;
  const service = serviceOf(folder, file, source);
  const wrong = [];

  for (const [line, expected] of Object.entries(SIGNATURES)) {
    const help = service.getSignatureHelpItems(file, placeOf(line), undefined);
    const names = help?.items[help.selectedItemIndex].parameters.map(({ name }) => name) ?? [];
    if (names.join() !== expected.join()) wrong.push(`${line}: parameters ${names.join(', ')}`);
  }
  for (const [name, expected] of Object.entries(COMPLETIONS)) {
    const completions = service.getCompletionsAtPosition(file, placeOf(`${name}.`), {});
    const names = completions?.entries.map((entry) => entry.name) ?? [];
    const missing = expected.filter((member) => !names.includes(member));
    const special = names.filter((member) => member.startsWith('_') || /\W/.test(member));
    if (missing.length > 0) wrong.push(`${name}.: no ${missing.join(', ')}`);
    if (special.length > 0) wrong.push(`${name}.: offers ${special.join(', ')}`);
  }
  if (wrong.length > 0) throw new Error(`an editor shows:\n${wrong.join('\n')}`);
}

function serviceOf(folder, file, source) {
  const read = (name) => (name === file ? source : readFileSync(name, 'utf8'));
  const exists = (name) => name === file || existsSync(name);
  return ts.createLanguageService({
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => (exists(name) ? ts.ScriptSnapshot.fromString(read(name)) : undefined),
    getCurrentDirectory: () => folder,
    getCompilationSettings: () => ({
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
      strict: true,
      types: [],
    }),
    getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
    fileExists: exists,
    readFile: read,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    readDirectory: ts.sys.readDirectory,
  });
}
