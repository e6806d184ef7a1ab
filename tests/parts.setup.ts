/**
 * Tests of rooms run with all parts registered, as users of `pybuffer` have them; core without parts is tested in
 * tests/package.
 */
import '../src/parts.js';
