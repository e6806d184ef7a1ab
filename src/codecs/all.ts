/**
 * Registers every text codec outside core, all names that CPython knows, and the error handlers `namereplace`
 * and `surrogatepass`. The entries with all codecs import it for its effect: `pybuffer`, `pybuffer/runtime`,
 * `pybuffer/codecs`.
 */
import { ALIASES_OF, BINARY_CODECS, CJK_CODECS } from './aliases.generated.js';
import { charmapCharacters, charmapCodec } from './charmap.js';
import { CHARMAPS, PAGES } from './charmaps.generated.js';
import { registerHandlers } from './error-handlers.js';
import { idna } from './idna.js';
import { latin1 } from './latin-1.js';
import { namereplace } from './namereplace.js';
import { punycode } from './punycode.js';
import {
  allNamesAreKnown,
  announceCodecs,
  registerAliases,
  registerCodecs,
  registerNonTextCodecs,
} from './registry.js';
import { surrogatepass } from './surrogatepass.js';
import { undefinedCodec } from './undefined.js';
import { rawUnicodeEscape, unicodeEscape } from './unicode-escape.js';
import { utf16, utf16be, utf16le } from './utf-16.js';
import { utf32, utf32be, utf32le } from './utf-32.js';
import { utf7 } from './utf-7.js';
import { utf8Sig } from './utf-8-sig.js';

registerAliases(ALIASES_OF);
registerNonTextCodecs(BINARY_CODECS.split(' '));
announceCodecs(CJK_CODECS.split(' '), 'pybuffer/codecs-cjk');
allNamesAreKnown();

registerCodecs({
  // Without a table it is latin-1. CPython: Lib/encodings/charmap.py
  charmap: latin1,
  idna,
  punycode,
  raw_unicode_escape: rawUnicodeEscape,
  undefined: undefinedCodec,
  unicode_escape: unicodeEscape,
  utf_7: utf7,
  utf_8_sig: utf8Sig,
  utf_16: utf16,
  utf_16_le: utf16le,
  utf_16_be: utf16be,
  utf_32: utf32,
  utf_32_le: utf32le,
  utf_32_be: utf32be,
});
registerCodecs(
  Object.fromEntries(
    Object.entries(CHARMAPS).map(([module, coded]) => [
      module,
      () => charmapCodec(charmapCharacters(coded, PAGES)),
    ]),
  ),
);
registerHandlers({ namereplace, surrogatepass });
