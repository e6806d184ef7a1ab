/** The error handler `namereplace`, in a separate file because it needs the names of characters. */
import { backslashed } from '../exceptions/index.js';
import { replaceEach } from './error-handlers.js';
import type { FaultHandler } from './fault.js';
import { characterNames } from './name-source.js';

/** CPython: Python/codecs.c `PyCodec_NameReplaceErrors`. */
export const namereplace: FaultHandler = {
  encode(faults) {
    const names = characterNames("'namereplace'");
    return replaceEach(faults, (codePoint) => {
      const name = names.characterName(codePoint);
      return name === null ? backslashed(codePoint) : `\\N{${name}}`;
    });
  },
};
