// Jest loads this before each test file: `PYBUFFER_TIERS` limits the run to one tier.
import { takeTiers } from '../conformance/tiers.js';

takeTiers();
