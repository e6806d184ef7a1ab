/**
 * The multi-byte codecs of East Asia (gb18030, big5, shift_jis, euc_kr, iso2022_jp and their kin), for every
 * entry of this package: importing it registers them for the whole process.
 */
import './codecs/cjk/all.js';
