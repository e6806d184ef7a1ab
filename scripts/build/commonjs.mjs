/**
 * The build plugins that end both kinds of modules: shorter names of imports and constants, and CommonJS from
 * the text of ES modules, so that `gzip` finds in the tarball what the two kinds share. Caller:
 * `rollup.config.mjs`.
 */
import * as terser from 'terser';

const FUNCTION = /^(?:Function|Class)(?:Declaration|Expression)$|^ArrowFunctionExpression$/;

/** The names of functions and classes, which stacks, error messages and inspectors show. */
function shown({ type, id, declarations = [] }) {
  if (FUNCTION.test(type)) return [id.name];
  return declarations.filter(({ init }) => FUNCTION.test(init?.type)).map(({ id: of }) => of.name);
}

/**
 * Shortens the names that a file imports, and its constants. Bundlers that minify do so anyway; others, Node
 * and the tarball gain a tenth.
 */
export const shorterNamesOfFile = {
  name: 'shorter-names-of-file',
  renderChunk(code) {
    return terser.minify(code, {
      ecma: 2022,
      module: true,
      compress: false,
      mangle: { keep_classnames: true, keep_fnames: true, reserved: this.parse(code).body.flatMap(shown) },
      format: { max_line_len: 120, preserve_annotations: true },
    });
  },
};

const nameOf = (node) => node.name ?? node.value;
const pair = (key, name, separator) => (key === name ? key : `${key}${separator}${name}`);

/** The `require` that an import becomes. Constants, because V8 folds them and a property of `exports` not. */
function required({ specifiers, source }) {
  const call = `require(${source.raw});`;
  if (specifiers.length === 0) return call;
  if (specifiers[0].type === 'ImportNamespaceSpecifier') return `const ${specifiers[0].local.name}=${call}`;
  const names = specifiers.map(({ imported, local }) =>
    pair(imported === undefined ? 'default' : nameOf(imported), local.name, ':'),
  );
  return `const{${names.join(',')}}=${call}`;
}

/** The assignments that an `export {}` becomes. */
function assigned({ specifiers, source, declaration }) {
  if (declaration !== null) throw new Error('an exported declaration');
  const from = source === null ? '' : 'all.';
  const lines = specifiers.map(
    ({ local, exported }) => `exports.${nameOf(exported)}=${from}${nameOf(local)};`,
  );
  return source === null ? lines.join('') : `{const all=require(${source.raw});${lines.join('')}}`;
}

/** Whether an output is the one that becomes CommonJS. */
export const isCommonJS = ({ dir, format }) => format === 'cjs' || dir.endsWith('/cjs');

/** Writes imports as `require` and exports as assignments. Files that imported one another would find nothing. */
export const commonJS = {
  name: 'commonjs',
  renderChunk(code, { exports }, options) {
    if (!isCommonJS(options) || options.format === 'cjs') return null;
    let text = '';
    let end = 0;
    for (const node of this.parse(code).body) {
      const replaced =
        node.type === 'ImportDeclaration'
          ? required(node)
          : node.type === 'ExportNamedDeclaration'
            ? assigned(node)
            : undefined;
      if (replaced === undefined) {
        if (node.type.startsWith('Export')) throw new Error(node.type);
        continue;
      }
      text += code.slice(end, node.start) + replaced;
      end = node.end;
    }
    const marked = exports.includes('default')
      ? 'Object.defineProperty(exports,"__esModule",{value:!0});'
      : '';
    return `"use strict";${marked}${text}${code.slice(end)}`;
  },
  generateBundle(_options, bundle) {
    const done = new Set();
    const visit = (name, path) => {
      if (path.includes(name)) throw new Error([...path, name].join(' imports '));
      if (done.has(name)) return;
      for (const each of bundle[name]?.imports ?? []) visit(each, [...path, name]);
      done.add(name);
    };
    for (const name of Object.keys(bundle)) visit(name, []);
  },
};
