// The entry that build.mjs bundles: the bridge with all encodings, on the tiers that PYBUFFER_TIERS names.
import '../../src/codecs-binary.js';
import '../../src/codecs-cjk.js';
import { takeTiers } from '../tiers.js';

takeTiers();

export { installBridge } from '../../bridge/install.js';
