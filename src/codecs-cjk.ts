/**
 * The multi-byte codecs of East Asia (gb18030, big5, shift_jis, euc_kr, iso2022_jp and the like). Importing
 * it registers them for the whole process.
 */
import './codecs/cjk/all.js';
