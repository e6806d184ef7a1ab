/**
 * Compiles the guide's blocks of TypeScript as a user's strict compiler would, without writing them anywhere.
 */
import { join } from 'node:path';
import ts from 'typescript';
import type { Block } from './blocks.js';

const ROOT = join(__dirname, '../..');

/**
 * What the compiler says of the blocks. A line that is an expression with its value behind it is no fault.
 */
export function compile(blocks: readonly Block[]): string[] {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, ROOT);
  options.noUnusedLocals = false;
  options.types = ['node'];
  const files = new Map(
    // An export makes it a module of its own, where a block may await.
    blocks.map((block, i) => [
      join(ROOT, 'guide', `block-${i}.ts`),
      { block, text: `${block.source}\nexport {};\n` },
    ]),
  );
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => files.get(path)?.text ?? readFile(path);
  host.getSourceFile = (path, version, ...rest) => {
    const text = files.get(path)?.text;
    return text === undefined
      ? getSourceFile(path, version, ...rest)
      : ts.createSourceFile(path, text, version);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files].flatMap(([path, { block }]) => {
    const file = program.getSourceFile(path)!;
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ start, messageText }) =>
        `${block.where} +${file.getLineAndCharacterOfPosition(start!).line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
  });
}
