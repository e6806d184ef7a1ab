"""The library's codecs in the place of CPython's, for the code under test: `str.encode`, and the functions of `codecs` that know
only whole texts. Decoders that keep a state between calls stay CPython's."""

import codecs as _real_codecs

from . import convert, types
from .wire import Operation


def _encode_of(text):
    """`text.encode`: the arguments are checked by the real method's rules, the bytes are made by our constructor."""

    def encode(*args, **kwargs):
        encoding, errors = _arguments(*args, **kwargs)
        return types.Bytes(text, encoding, errors)

    def _arguments(*args, **kwargs):
        if len(args) + len(kwargs) > 2 or set(kwargs) - {"encoding", "errors"} or any(type(a) is not str for a in args):
            # CPython complains.
            text.encode(*args, **kwargs)
        given = dict(zip(("encoding", "errors"), args), **kwargs)
        return given.get("encoding", "utf-8"), given.get("errors", "strict")

    return encode


def callee(function):
    """Our method where the code under test calls `encode` of a text; None for every other built-in method."""
    if function.__name__ == "encode" and isinstance(function.__self__, str):
        return _encode_of(function.__self__)
    if type(function.__self__).__name__ == "MultibyteCodec":
        return _multibyte(function)
    return None


# CPython's multi-byte codecs, and their names by the identities of the objects whose methods `codecs.lookup` returns.
_names = {}
MULTIBYTE = (
    "big5 big5hkscs cp932 cp949 cp950 euc_jis_2004 euc_jisx0213 euc_jp euc_kr gb18030 gb2312 gbk hz iso2022_jp iso2022_jp_1 iso2022_jp_2 "
    "iso2022_jp_2004 iso2022_jp_3 iso2022_jp_ext iso2022_kr johab shift_jis shift_jis_2004 shift_jisx0213"
)


def _multibyte(function):
    """Our codec in the place of a method of `MultibyteCodec`; None where it is of no codec that has a name."""
    if not _names:
        for name in MULTIBYTE.split():
            _names[id(_real_codecs.lookup(name).encode.__self__)] = name
    encoding = _names.get(id(function.__self__))
    make = {"encode": _multibyte_encode, "decode": _multibyte_decode}.get(function.__name__)
    return None if encoding is None or make is None else make(function, encoding)


def _multibyte_encode(function, encoding):
    def encode(input, errors="strict"):
        if not isinstance(input, str) or not input or not isinstance(errors, str):
            return function(convert.outward(input), convert.outward(errors))
        return types.Bytes(input, encoding, errors), len(input)

    return encode


def _multibyte_decode(function, encoding):
    def decode(input, errors="strict"):
        if not isinstance(input, (types.Bytes, types.ByteArray)) or len(input) == 0 or not isinstance(errors, str):
            return function(convert.outward(input), convert.outward(errors))
        return input.decode(encoding, errors), len(input)

    return decode


def _encode(obj, encoding="utf-8", errors="strict"):
    # `str.encode` and `bytes.decode` ask no codec about what is empty; these functions do.
    if isinstance(obj, str) and obj and _is_text(encoding):
        return types.Bytes(obj, encoding, errors)
    return convert.inward(_real_codecs.encode(convert.outward(obj), encoding, errors))


def _decode(obj, encoding="utf-8", errors="strict"):
    if isinstance(obj, (types.Bytes, types.ByteArray)) and len(obj) and _is_text(encoding):
        return obj.decode(encoding, errors)
    return convert.inward(_real_codecs.decode(convert.outward(obj), encoding, errors))


def _is_text(encoding):
    try:
        return _real_codecs.lookup(encoding)._is_text_encoding
    except LookupError:
        return True


def install():
    convert.built_in_methods.append(callee)
    convert.adapt(_real_codecs.encode, _encode)
    convert.adapt(_real_codecs.decode, _decode)
