/** All parts of the package, for the entries that are whole: importing this registers them. */
import './accelerate/register-simd.js';
import './bytes/register-methods.js';
import './codecs/all.js';
import './formats/register-percent.js';
