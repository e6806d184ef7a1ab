/**
 * `pybuffer/eslint`: a plugin for ESLint's flat configuration.
 *
 * @example
 * ```js
 * import pybuffer from 'pybuffer/eslint';
 * export default [pybuffer.configs.recommended];
 * ```
 */
import { noDefaultSort } from './no-default-sort.js';
import { noDelete } from './no-delete.js';
import { noIdentityKeys } from './no-identity-keys.js';
import { noIdentity } from './no-identity.js';
import { noIn } from './no-in.js';
import { noOwnProperties } from './no-own-properties.js';
import { noPlatformText } from './no-platform-text.js';
import { noTruthiness } from './no-truthiness.js';

/**
 * What ESLint needs from a plugin. It avoids ESLint's own types, so that importing the plugin does not
 * require them.
 */
export interface Plugin {
  readonly meta: { readonly name: string };
  readonly rules: Readonly<Record<string, never>>;
  readonly configs: Readonly<{ recommended: Config }>;
}

/** One entry of a flat configuration. */
export interface Config {
  readonly name: string;
  readonly plugins: Record<string, never>;
  readonly rules: Record<string, 'error'>;
}

const rules = {
  'no-default-sort': noDefaultSort,
  'no-delete': noDelete,
  'no-identity': noIdentity,
  'no-identity-keys': noIdentityKeys,
  'no-in': noIn,
  'no-own-properties': noOwnProperties,
  'no-platform-text': noPlatformText,
  'no-truthiness': noTruthiness,
};

const plugin: Plugin = {
  meta: { name: 'pybuffer' },
  rules: rules as unknown as Record<string, never>,
  configs: {
    recommended: {
      name: 'pybuffer/recommended',
      plugins: {},
      rules: Object.fromEntries(Object.keys(rules).map((name) => [`pybuffer/${name}`, 'error'])),
    },
  },
};
// The configuration and the plugin refer to each other.
plugin.configs.recommended.plugins['pybuffer'] = plugin as never;

export default plugin;
