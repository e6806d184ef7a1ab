/**
 * What copies of the library in one process know of each other: an ES module and a CommonJS one, or two releases. It assumes
 * that copies with the same layout keep content in the same fields, with the same meaning. Its callers are the rooms that own
 * those fields, and the protocol. docs: "Copies of the library" in src/protocol/README.md.
 */

/**
 * Version of the buffer protocol: of `getBuffer`, `releaseBuffer`, and the fields of a `BufferView` and of its `exports`. It grows when
 * a consumer of the version before would misread an exporter of this one. Semantic versioning covers it: it can only grow with a
 * major release. Not Python.
 */
export const PROTOCOL = 1;

/**
 * Version of the fields that objects of ours have. Copies with the same one read each other's fields; all others go through the
 * buffer protocol. Raise it when a field is added to those below, dropped, or means something else; no user notices.
 */
export const LAYOUT = 1;

/** A symbol that all copies of one layout have in common. */
export function layoutSymbol(name: string): symbol {
  return Symbol.for(`pybuffer.layout-${LAYOUT}.${name}`);
}
