/** The error handler `namereplace`, apart from the others because it needs the names of characters. */
import { PyLookupError } from '../exceptions/index.js';
import { backslashed, replaceEach } from './error-handlers.js';
import type { BuiltinHandler } from './error-handlers.js';
import { characterName } from './name-source.js';

/** CPython: Python/codecs.c `PyCodec_NameReplaceErrors`. */
export const namereplace: BuiltinHandler = {
  encode: (faults) =>
    replaceEach(faults, (codePoint) => {
      const name: string | null | undefined = characterName(codePoint);
      if (name === undefined) {
        // Not Python: only where a bundle left the table out.
        throw new PyLookupError("'namereplace' needs the table that 'pybuffer/unicode-names' installs");
      }
      return name === null ? backslashed(codePoint) : `\\N{${name}}`;
    }),
};
