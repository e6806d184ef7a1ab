/** The name under which a codec is looked up: `' UTF 8'` is `'utf_8'`. CPython: Objects/unicodeobject.c `_Py_normalize_encoding`. */
export function normalizeEncoding(encoding: string): string {
  return encoding
    .replace(/[^0-9A-Za-z.]+/g, '_')
    .replace(/^_|_$/g, '')
    .toLowerCase();
}
