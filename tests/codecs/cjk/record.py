"""Records what CPython's multi-byte codecs make of a character of each of their sets, and of damaged bytes, as JSON in `result`.

A row is [codec, kind, input, answer in strict mode, answer with another handler]; bytes are in hexadecimal, texts are
written by ascii().
"""

import json

CODECS = (
    "gb2312 gbk gb18030 big5 cp950 big5hkscs euc_kr cp949 johab euc_jp shift_jis cp932 euc_jis_2004 euc_jisx0213 "
    "shift_jis_2004 shift_jisx0213 hz iso2022_kr iso2022_jp iso2022_jp_1 iso2022_jp_2 iso2022_jp_2004 iso2022_jp_3 "
    "iso2022_jp_ext"
).split()

# A character or two of each set, the edges of blocks, pairs that have one code together, and what no codec has.
TEXTS = [
    "a~\\", "\xa5\u203e", "\0\x1b\x0e\x0f\n", "~{~}", "\x7f\x80\xa0\xff", "\xe9\u0101", "\u03b1\u0451", "\u4e9c\u4e02",
    "\uabff\uac00\uac01\uac02\ub6f0\ubdc1\ud7a3\ud7a4", "\u3131\u3163\u3164", "\u3000\uff71\uff9f\uff5e\uffe0", "\u20ac\u2014\u2225",
    "\u304b\u309a", "\u304b\u309ax\u304b", "\xca\u0304\xca\u030c\xca", "\u02e9\u02e5\u02e5\u02e9\u02e9",
    "\U0002000b\U00020089", "\U00010000\U0010ffff", "\ue000\ue5e5\uf8ff\uffff", "\ud800x\udfff", "\ufa11\u9fa5\u9fa6\u9fff",
    "a\uac00b\u4e9cc\u0391\n\xe9\n\xe9z", "\u0452\u0386\uff61a\u6c49",
]
DAMAGED = [
    "80", "81", "a0", "ff", "8f", "8fa2", "8fa2af", "8ea1", "a1", "a141", "a1a1", "8140", "fefe", "c8a1", "d4d4",
    "81308130", "8431a439", "8431a440", "90308130", "e3329a35", "e3329a36", "813081", "8130813a", "30308130", "fe39fe39",
    "a4d4a4a1a4bfa4d4", "a4d4a4a1a4bfa4a1", "a4d4a4a1a4bfa4", "a4d4a4a1a5bfa4a1", "a4d4a4bfa4bfa4a1", "a4d4a4a1a4a1a4a1", "a4d4a4a1a4bfa4bf",
    "7e7b3c3a4b797e7d", "7e7e", "7e0a61", "7e78", "7e", "7e7b", "7e7b21", "7e7b7e", "7e7b0a61", "7e7b2121217e7d", "7e7d",
    "1b", "1b24", "1b2428", "1b244230211b284a5c1b2842", "1b24423021", "1b244230", "1b2440302130", "1b2428442221", "1b284931b1",
    "1b2e411b4e69", "1b2e461b4e611b4e", "1b4e69", "1b2e", "1b26401b24423021", "1b2640", "1b285a61", "1b1b", "1b2429430e30210f61", "0e3021", "1b242943",
    "1b2428513021", "1b24284f2e21", "1b242850217e", "1b2441213b", "1b242843304a", "1b244230210a41", "1b2442ff21", "1b244221ff", "61ff62",
]


def asked(call, *arguments):
    try:
        value = call(*arguments)
    except Exception as error:
        return f"!{type(error).__name__}|{error}"
    return value.hex() if isinstance(value, bytes) else ascii(value)


rows = []
for codec in CODECS:
    inputs = list(DAMAGED)
    for text in TEXTS:
        rows.append([codec, "encode", ascii(text), *(asked(text.encode, codec, handler) for handler in ("strict", "xmlcharrefreplace"))])
        written = text.encode(codec, "ignore").hex()
        if written not in inputs:
            inputs.append(written)
    for data in inputs:
        rows.append([codec, "decode", data, *(asked(bytes.fromhex(data).decode, codec, handler) for handler in ("strict", "replace"))])

result = json.dumps(rows)
