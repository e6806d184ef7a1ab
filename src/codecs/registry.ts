/**
 * The text codecs of this process, by name. Core's codecs (utf-8, ascii, latin-1) are always here, other
 * parts register theirs when they are imported (`all.ts`), and users add search functions. `convert.ts` looks
 * names up.
 */
import { PyLookupError, warn } from '../exceptions/index.js';
import { CORE_ALIASES_OF } from './core-aliases.generated.js';
import { ascii } from './ascii.js';
import type { Codec } from './codec.js';
import { latin1 } from './latin-1.js';
import { normalizeEncoding } from './names.js';
import { utf8 } from './utf-8.js';

/**
 * Finds a codec by its name, in lower case and with hyphens for spaces; null if it does not know the name.
 * Its result makes the codec for each spelling of the name, because errors contain the spelling.
 */
export type CodecSearch = (name: string) => ((encoding: string) => Codec) | null;

/** A codec, or a function that makes it for its first use. */
type CodecSource = Codec | (() => Codec);

/** Codecs that are not text encodings: `hex`, `base64` and others. */
const NOT_TEXT = 'not text';

// No statement of this file has an effect, so bundles that convert no text drop it.
const codecs = new Map<string, CodecSource | typeof NOT_TEXT>([
  ['ascii', ascii],
  ['latin_1', latin1],
  ['utf_8', utf8],
]);
const aliases = /* @__PURE__ */ addAliases(new Map(), CORE_ALIASES_OF);
/** Codecs that an import would register: the import by the codec's name. */
const elsewhere = new Map<string, string>();
const searches: CodecSearch[] = [];

/** The imports that an unknown name may need; emptied by the import that registers all names. */
let hint =
  " (pybuffer/core has utf-8, ascii and latin-1; import 'pybuffer/codecs' to register all other encodings)";

/**
 * Codecs by the spellings that callers used, so that each spelling is normalized once. Bounded, because
 * callers may invent names.
 */
const found = new Map<string, Codec>();
const FOUND_LIMIT = 256;

/** The last name used, which is usually also the next. */
let lastName = '';
let lastCodec: Codec | undefined;

/** The codecs that search functions found, by the requested name. */
const searched = new Map<string, (encoding: string) => Codec>();

function forget(): void {
  found.clear();
  searched.clear();
  lastName = '';
  lastCodec = undefined;
}

/**
 * Registers codecs under CPython's names of their modules (`utf_16_le`), process-wide. Registering a codec
 * that was announced by {@link announceCodecs} ends its announcement.
 */
export function registerCodecs(sources: Readonly<Record<string, CodecSource>>): void {
  for (const [module, source] of Object.entries(sources)) codecs.set(module, source);
  forget();
}

/** Registers other names of codecs: for each module its aliases, normalized and separated by spaces. */
export function registerAliases(table: Readonly<Record<string, string>>): void {
  addAliases(aliases, table);
  forget();
}

function addAliases(to: Map<string, string>, table: Readonly<Record<string, string>>): Map<string, string> {
  for (const [module, names] of Object.entries(table)) {
    for (const name of names.split(' ')) to.set(name, module);
  }
  return to;
}

/** Registers the names of codecs that do not convert between bytes and text. */
export function registerNonTextCodecs(modules: readonly string[]): void {
  for (const module of modules) codecs.set(module, NOT_TEXT);
}

/** Announces codecs that another import registers, for the error's message. */
export function announceCodecs(modules: readonly string[], importName: string): void {
  for (const module of modules) elsewhere.set(module, importName);
}

/**
 * Says that all names of CPython have been registered or announced, so that other names are simply unknown.
 */
export function allNamesAreKnown(): void {
  hint = '';
}

/**
 * Adds a search function. It is called for names that no part of this package knows, after the functions
 * added before it.
 *
 * CPython: Python/codecs.c `PyCodec_Register`
 */
export function registerSearch(search: CodecSearch): void {
  searches.push(search);
}

/** Removes a search function and forgets what it found. CPython: Python/codecs.c `PyCodec_Unregister` */
export function unregisterSearch(search: CodecSearch): void {
  const index = searches.indexOf(search);
  if (index === -1) return;
  searches.splice(index, 1);
  forget();
}

/** The codec of a spelling that was used before. */
export function knownCodec(encoding: string): Codec | undefined {
  if (encoding === lastName) return lastCodec;
  const codec = found.get(encoding);
  if (codec !== undefined) {
    lastName = encoding;
    lastCodec = codec;
  }
  return codec;
}

/**
 * Finds the codec of a name as the `encodings` package does: first as an alias, then as the name of a module.
 * Search functions come last.
 *
 * @param operation the method that looks the name up, which the error mentions
 * @throws PyLookupError `unknown encoding: nope`
 * @throws PyLookupError `'hex' is not a text encoding; use codecs.decode() to handle arbitrary codecs`
 *
 * CPython: Lib/encodings/__init__.py `search_function`, Python/codecs.c `_PyCodec_LookupTextEncoding`
 */
export function findCodec(encoding: string, operation: 'decode' | 'encode'): Codec {
  if (/[^\0-\x7f]/.test(encoding))
    warn('DeprecationWarning', 'Support for non-ascii encoding names will be removed in 3.17');
  const module = moduleOf(encoding);
  const source = codecs.get(module);
  if (source === NOT_TEXT) throw notText(encoding, operation);
  const codec =
    source === undefined ? searchedCodec(encoding) : typeof source === 'function' ? source() : source;
  if (codec === null) throw missingCodec(encoding, module);
  if (typeof source === 'function') codecs.set(module, codec);
  if (found.size >= FOUND_LIMIT) found.clear();
  found.set(encoding, codec);
  return codec;
}

/** CPython's module name for an encoding's name, even if there is no such module. */
export function moduleOf(encoding: string): string {
  const name = normalizeEncoding(encoding);
  return aliases.get(name) ?? aliases.get(name.replaceAll('.', '_')) ?? name;
}

/** Whether a module's codec does not convert between bytes and text. */
export function isNonText(module: string): boolean {
  return codecs.get(module) === NOT_TEXT;
}

/** The error of a text method for a codec that is not a text encoding. */
export function notText(encoding: string, operation: 'decode' | 'encode'): PyLookupError {
  return new PyLookupError(
    `'${encoding}' is not a text encoding; use codecs.${operation}() to handle arbitrary codecs`,
  );
}

function searchedCodec(encoding: string): Codec | null {
  const name = encoding.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()).replaceAll(' ', '-');
  const known = searched.get(name);
  if (known !== undefined) return known(encoding);
  for (const search of searches) {
    const make = search(name);
    if (make === null) continue;
    if (searched.size >= FOUND_LIMIT) searched.clear();
    searched.set(name, make);
    return make(encoding);
  }
  return null;
}

function missingCodec(encoding: string, module: string): PyLookupError {
  const importName = elsewhere.get(module);
  if (importName === undefined) return new PyLookupError(`unknown encoding: ${encoding}${hint}`);
  // Not Python, which loads these itself.
  return new PyLookupError(`encoding ${encoding} is not loaded: import '${importName}' to register it`);
}
