/**
 * Registers the multi-byte codecs of East Asia when it is imported. The entry `pybuffer/codecs-cjk` imports
 * it.
 */
import { registerCodecs } from '../registry.js';
import { DoubleByteScheme } from './double-byte.js';
import { hz } from './hz.js';
import { ISO_2022 } from './iso-2022.js';
import { multibyteCodec } from './multibyte.js';

const DOUBLE_BYTE =
  'gb2312 gbk gb18030 big5 cp950 big5hkscs euc_kr cp949 johab euc_jp shift_jis cp932 euc_jis_2004 euc_jisx0213 shift_jis_2004 shift_jisx0213';

const schemes = [...DOUBLE_BYTE.split(' ').map((name) => new DoubleByteScheme(name)), hz, ...ISO_2022];
registerCodecs(Object.fromEntries(schemes.map((scheme) => [scheme.name, multibyteCodec(scheme)])));
