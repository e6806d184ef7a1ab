/**
 * Registers `%` for bytes. Imported for its effect by the entries that have it: `pybuffer`,
 * `pybuffer/runtime`, `pybuffer/percent`.
 */
import { formatPercent } from './percent.js';
import { registerPercent } from './percent-registry.js';

registerPercent(formatPercent);
