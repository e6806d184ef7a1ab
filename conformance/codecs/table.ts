// Makes the table of codecs in README.md: each codec, the import that registers it, its aliases, and how it
// is tested.
import { BINARY_CODECS, CODECS_AND_KINDS } from './codecs.js';

/**
 * The table, from its head on.
 *
 * @param aliases for each alias the name of its text encoding; null for other codecs
 * @param binaryAliases the aliases of each other codec
 * @param dates when each codec last passed every question, and against which CPython
 */
export function tableOf(
  aliases: Readonly<Record<string, string | null>>,
  binaryAliases: Readonly<Record<string, readonly string[]>>,
  dates: Readonly<Record<string, string>>,
): string {
  const names = new Set([
    ...Object.values(aliases).filter((name): name is string => name !== null),
    ...Object.keys(CODECS_AND_KINDS),
    ...BINARY_CODECS,
  ]);
  const rows = [...names].sort().map((name) => {
    const isBinary = BINARY_CODECS.includes(name);
    const others = isBinary
      ? (binaryAliases[name] ?? [])
      : Object.keys(aliases).filter((alias) => aliases[alias] === name);
    const proof = isBinary ? 'calls' : CODECS_AND_KINDS[name]!.join(', ');
    return `| ${name} | \`${importOf(name)}\` | ${others.join(', ')} | ${proof} | ${dates[name] ?? ''} |`;
  });
  return `| name | import | aliases | proved by each \`npm test\` | asked everything |\n|---|---|---|---|---|\n${rows.join('\n')}\n`;
}

/** The smallest import that registers a codec. */
export function importOf(name: string): string {
  if (['ascii', 'latin_1', 'utf_8'].includes(name)) return 'pybuffer/core';
  if (BINARY_CODECS.includes(name)) return name === 'rot_13' ? 'pybuffer/codecs' : 'pybuffer/codecs-binary';
  const isMultibyte = CODECS_AND_KINDS[name]!.includes('pairs') && !/charmap|escape|utf/.test(name);
  return isMultibyte ? 'pybuffer/codecs-cjk' : 'pybuffer/codecs';
}
