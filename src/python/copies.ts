/**
 * What copies of the library in one process (an ES module and a CommonJS one, or two releases) know of each
 * other. It assumes that copies with the same layout keep content in the same fields with the same meaning.
 * The rooms that own those fields and the protocol use it. See "Copies of the library" in
 * src/protocol/README.md.
 */

/**
 * The version of the buffer protocol: of `getBuffer`, `releaseBuffer`, and the fields of a `BufferView` and
 * its `exports`. It grows when a consumer of the previous version would misread an exporter of this one.
 * Semantic versioning covers it: it can grow only with a major release. Not Python.
 */
export const PROTOCOL = 1;

/**
 * The version of the fields of our objects. Copies with the same version read each other's fields; all others
 * use the buffer protocol. Raise it when a field is added to those below, removed, or changes its meaning;
 * users do not notice.
 */
export const LAYOUT = 2;

/** A symbol that all copies with one layout share. */
export function layoutSymbol(name: string): symbol {
  return Symbol.for(`pybuffer.layout-${LAYOUT}.${name}`);
}
