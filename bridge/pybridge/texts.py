"""`str.encode` of the code under test: CPython checks the arguments, the library makes the bytes."""

import re

from . import codec_module, convert, types
from .wire import Operation

# Two adjacent surrogates are one character in JavaScript. A text with such pairs crosses in pieces that end between the two,
# and one of the library's incremental encoders encodes them.
_PAIR = re.compile("(?<=[\ud800-\udbff])(?=[\udc00-\udfff])")
_new, _call = Operation("k:new"), Operation("k:call")


def _encode_pieces(text, encoding, errors):
    pieces = _PAIR.split(text)
    encoder = _new(encoding, "incrementalencoder", errors)
    result, at = types.Bytes(), 0
    for i, piece in enumerate(pieces):
        try:
            result += _call(encoder, "encode", piece, i == len(pieces) - 1)
        except UnicodeEncodeError as error:
            error.start, error.end, error.object = at + error.start, _end_of_fault(text, at + error.end, at + len(piece)), text
            raise
        at += len(piece)
    return result


def _end_of_fault(text, end, piece_end):
    """Extends an error at the end of its piece to the surrogates that follow."""
    while end >= piece_end and end < len(text) and "\ud800" <= text[end] <= "\udfff":
        end += 1
    return end


def _encode_of(text):
    def encode(*args, **kwargs):
        encoding, errors = _arguments(*args, **kwargs)
        # utf-7 encodes the two like their character, and needs both at once.
        if _PAIR.search(text) and codec_module.lookup(encoding).name != "utf-7":
            return _encode_pieces(text, encoding, errors)
        return types.Bytes(text, encoding, errors)

    def _arguments(*args, **kwargs):
        if len(args) + len(kwargs) > 2 or set(kwargs) - {"encoding", "errors"} or any(type(a) is not str for a in args):
            # CPython raises the error.
            text.encode(*args, **kwargs)
        given = dict(zip(("encoding", "errors"), args), **kwargs)
        return given.get("encoding", "utf-8"), given.get("errors", "strict")

    return encode


def callee(function):
    """Our method where the code under test calls `encode` of a text; None for every other built-in method."""
    if function.__name__ == "encode" and isinstance(function.__self__, str):
        return _encode_of(function.__self__)
    return None


def install():
    convert.built_in_methods.append(callee)
