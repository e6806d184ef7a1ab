/** HZ (RFC 1843): GB 2312 in seven bits, between `~{` and `~}`. `all.ts` registers it. */
import { DONE, TOO_FEW } from './multibyte.js';
import type { Decoding, Encoding, Scheme, State } from './multibyte.js';
import { encodeTableOf, tableOf } from './tables.js';

const TILDE = 0x7e;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const LINE_FEED = 0x0a;
/** The first byte of the state: whether pairs of bytes are characters. */
const IN_GB = 0;

function leave(state: State): void {
  state[IN_GB] = 0;
}

/** CPython: Modules/cjkcodecs/_codecs_cn.c `hz` */
export const hz: Scheme = {
  name: 'hz',
  beginDecoder: leave,
  beginEncoder: leave,
  resetDecoder: leave,
  decode(decoding: Decoding): number {
    const { memory, end, builder, state } = decoding;
    const { units } = tableOf('gb2312');
    while (decoding.at < end) {
      const byte = memory[decoding.at]!;
      if (byte === TILDE) {
        if (decoding.at + 1 >= end) return TOO_FEW;
        const next = memory[decoding.at + 1]!;
        if (state[IN_GB] === 1) {
          if (next !== CLOSE) return 1;
          leave(state);
        } else if (next === OPEN) state[IN_GB] = 1;
        else if (next === TILDE) builder.unit(TILDE);
        else if (next !== LINE_FEED) return 1;
        decoding.at += 2;
      } else if (byte >= 0x80) {
        return 1;
      } else if (state[IN_GB] === 0) {
        builder.unit(byte);
        decoding.at++;
      } else {
        if (decoding.at + 1 >= end) return TOO_FEW;
        const next = memory[decoding.at + 1]!;
        const unit = next < 0x80 ? units[((byte | 0x80) << 8) | next | 0x80]! : 0;
        if (unit === 0) return 1;
        builder.unit(unit);
        decoding.at += 2;
      }
    }
    return DONE;
  },
  encode(encoding: Encoding): number {
    const { text, end, sink, state } = encoding;
    const { codes } = encodeTableOf('gb2312');
    for (; encoding.at < end; encoding.at++) {
      const unit = text.charCodeAt(encoding.at);
      if (unit < 0x80) {
        this.finish(sink, state);
        sink.byte(unit);
        if (unit === TILDE) sink.byte(TILDE);
        continue;
      }
      const code = codes[unit]!;
      if (code === 0) return 1;
      if (state[IN_GB] === 0) {
        sink.byte(TILDE);
        sink.byte(OPEN);
        state[IN_GB] = 1;
      }
      sink.byte((code >> 8) & 0x7f);
      sink.byte(code & 0x7f);
    }
    return DONE;
  },
  finish(sink, state): void {
    if (state[IN_GB] === 0) return;
    sink.byte(TILDE);
    sink.byte(CLOSE);
    leave(state);
  },
};
