import { takeTiers } from '../conformance/tiers.js';

takeTiers();
