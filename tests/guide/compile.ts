/**
 * Compiles the guide's blocks of TypeScript as a user's strict compiler would, without writing them anywhere.
 */
import { join } from 'node:path';
import ts from 'typescript';
import type { Block } from './blocks.js';

const ROOT = join(__dirname, '../..');

/**
 * Returns the compiler's errors in the blocks, except for lines that are an expression with its value in a
 * comment.
 */
export function compile(blocks: readonly Block[]): string[] {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, ROOT);
  options.noUnusedLocals = false;
  options.types = ['node'];
  const files = new Map(
    // An export makes each block a module, which may use top-level await.
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
