/**
 * The build plugin that removes the definition of a field which the constructor assigns: a parameter property
 * would otherwise be defined as undefined first. Bundles are smaller, and V8 knows that the field is written
 * only once. Only in classes that extend nothing, where no setter could see the assignment. Caller:
 * `rollup.config.mjs`.
 */

/**
 * Classes whose fields hold a program's doubles. V8 keeps a field that only ever holds numbers as a bare double, and
 * its newest versions (Chromium 156) make a signaling NaN quiet when they store it there.
 */
const KEPT = new Set(['PyFloat', 'PyComplex']);

/** The classes in a syntax tree, at any depth. */
function* classesIn(node) {
  if (/^Class(?:Declaration|Expression)$/.test(node.type)) yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child?.type === 'string') yield* classesIn(child);
    }
  }
}

/** The fields that a constructor always assigns, by a statement `this.name = value`. */
function assignedIn(members) {
  const constructor = members.find(({ kind }) => kind === 'constructor');
  const assignments = (constructor?.value.body.body ?? []).map(({ expression }) => expression?.left);
  return new Set(
    assignments
      .filter((target) => target?.object?.type === 'ThisExpression' && !target.computed)
      .map(({ property }) => property.name),
  );
}

export const fields = {
  name: 'fields',
  transform(code) {
    const edits = [];
    for (const { id, superClass, body } of classesIn(this.parse(code))) {
      if (superClass !== null || KEPT.has(id?.name)) continue;
      const assigned = assignedIn(body.body);
      for (const { type, key, value, computed, static: isStatic, start, end } of body.body) {
        const isDefined = type === 'PropertyDefinition' && key.type === 'Identifier' && value === null;
        if (isDefined && !computed && !isStatic && assigned.has(key.name)) edits.push([start, end]);
      }
    }
    if (edits.length === 0) return null;
    edits.sort(([a], [b]) => b - a);
    return {
      code: edits.reduce((text, [start, end]) => text.slice(0, start) + text.slice(end), code),
      map: null,
    };
  },
};
