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
    return None


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
