/** Registers all parts of the package, for the entries that have all of them. */
import './accelerate/register-simd.js';
import './bytes/register-methods.js';
import './codecs/all.js';
import './formats/register-percent.js';
