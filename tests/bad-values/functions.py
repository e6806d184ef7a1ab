# Every parameter of the functions of binascii, base64, zlib, hmac and codecs: its name, kind and default, every hostile value in its
# place, and a value of every keyword that changes the answer. Run by functions.mjs; functions.test.ts makes the same calls.
import base64
import binascii
import codecs
import hmac
import inspect
import io
import json
import re
import resource
import zlib

exec(values)

# A huge size that CPython would grant ends the call with MemoryError instead of taking the machine's memory.
resource.setrlimit(resource.RLIMIT_AS, (2 * 2**30, 2 * 2**30))

MODULES = {"binascii": binascii, "base64": base64, "zlib": zlib, "hmac": hmac, "codecs": codecs}

# The first arguments of a good call, which those behind them keep while one of them is hostile.
GOOD = {
    "binascii.a2b_ascii85": [b"FCf N8"], "binascii.a2b_base32": [b"NBUQ===="], "binascii.a2b_base64": [b"aGk="],
    "binascii.a2b_base85": [b"bY*jN"], "binascii.a2b_hex": [b"b901"], "binascii.unhexlify": [b"b901"], "binascii.a2b_qp": [b"a_=3D"],
    "binascii.a2b_uu": [b"#86)C"], "binascii.b2a_ascii85": [b"    hi"], "binascii.b2a_base32": [b"hello, you"],
    "binascii.b2a_base64": [b"hello, you"], "binascii.b2a_base85": [b"hello, you"], "binascii.b2a_hex": [b"hello", "-", 2],
    "binascii.hexlify": [b"hello", "-", 2], "binascii.b2a_qp": [b"a\tb_ c \n"], "binascii.b2a_uu": [b"a\0\0"], "binascii.crc32": [b"abc", 7],
    "binascii.crc_hqx": [b"abc", 7], "zlib.crc32": [b"abc", 7], "zlib.adler32": [b"abc", 7], "hmac.compare_digest": [b"abc", b"abd"],
    "base64.a85decode": [b"FCf N8"], "base64.a85encode": [b"    hi"], "base64.b16decode": [b"B901"], "base64.b16encode": [b"hello"],
    "base64.b32decode": [b"NBUQ===="], "base64.b32encode": [b"hello, you"], "base64.b32hexdecode": [b"D1KG===="],
    "base64.b32hexencode": [b"hello, you"], "base64.b64decode": [b"a_k="], "base64.b64encode": [b"\xfb\xff\xfe\xfb"],
    "base64.b85decode": [b"bY*jN"], "base64.b85encode": [b"hello"], "base64.z85decode": [b"nm=QN"], "base64.z85encode": [b"hello"],
    "base64.decodebytes": [b"aGk="], "base64.encodebytes": [b"hi"], "base64.standard_b64decode": [b"aGk="],
    "base64.standard_b64encode": [b"hi"], "base64.urlsafe_b64decode": [b"-_8="], "base64.urlsafe_b64encode": [b"\xfb\xff"],
    "codecs.encode": ["\xe9", "latin-1", "strict"], "codecs.decode": [b"\xe9", "latin-1", "strict"], "codecs.lookup": ["utf-8"],
    "codecs.getencoder": ["utf-8"], "codecs.getdecoder": ["utf-8"], "codecs.getincrementalencoder": ["utf-8"],
    "codecs.getincrementaldecoder": ["utf-8"], "codecs.getreader": ["utf-8"], "codecs.getwriter": ["utf-8"],
    "codecs.lookup_error": ["strict"],
}
# A call whose answer the value of a keyword changes.
KEYWORDS = [
    ("binascii.a2b_ascii85", [b"+<VdLy"], "foldspaces", True), ("binascii.a2b_ascii85", [b"<~FCfN8~>"], "adobe", True),
    ("binascii.a2b_ascii85", [b"FC fN8"], "ignorechars", b" "), ("binascii.a2b_ascii85", [b"F`"], "canonical", True),
    ("binascii.a2b_base32", [b"NBUQ"], "padded", False), ("binascii.a2b_base32", [b"D1KG===="], "alphabet", binascii.BASE32HEX_ALPHABET),
    ("binascii.a2b_base32", [b"NB UQ===="], "ignorechars", b" "), ("binascii.a2b_base32", [b"NBUR===="], "canonical", True),
    ("binascii.a2b_base64", [b"a!Gk="], "strict_mode", True), ("binascii.a2b_base64", [b"aGk"], "padded", False),
    ("binascii.a2b_base64", [b"-_8="], "alphabet", binascii.URLSAFE_BASE64_ALPHABET), ("binascii.a2b_base64", [b"a!Gk="], "ignorechars", b" "),
    ("binascii.a2b_base64", [b"aGl="], "canonical", True),
    ("binascii.a2b_base85", [b"nm=QN"], "alphabet", binascii.Z85_ALPHABET), ("binascii.a2b_base85", [b"bY *jN"], "ignorechars", b" "),
    ("binascii.a2b_base85", [b"bZ"], "canonical", True), ("binascii.a2b_hex", [b"b9 01"], "ignorechars", b" "),
    ("binascii.unhexlify", [b"b9 01"], "ignorechars", b" "), ("binascii.a2b_qp", [b"a_"], "header", True),
    ("binascii.b2a_ascii85", [b"    "], "foldspaces", True), ("binascii.b2a_ascii85", [b"hello"], "wrapcol", 3),
    ("binascii.b2a_ascii85", [b"hello"], "pad", True), ("binascii.b2a_ascii85", [b"hello"], "adobe", True),
    ("binascii.b2a_base32", [b"hi"], "padded", False), ("binascii.b2a_base32", [b"hello, you"], "wrapcol", 8),
    ("binascii.b2a_base32", [b"hi"], "alphabet", binascii.BASE32HEX_ALPHABET),
    ("binascii.b2a_base64", [b"hi"], "padded", False), ("binascii.b2a_base64", [b"hello"], "wrapcol", 4),
    ("binascii.b2a_base64", [b"hi"], "newline", False), ("binascii.b2a_base64", [b"\xfb\xff"], "alphabet", binascii.URLSAFE_BASE64_ALPHABET),
    ("binascii.b2a_base85", [b"hello"], "pad", True), ("binascii.b2a_base85", [b"hello"], "wrapcol", 4),
    ("binascii.b2a_base85", [b"hello"], "alphabet", binascii.Z85_ALPHABET),
    ("binascii.b2a_hex", [b"hello"], "sep", ":"), ("binascii.b2a_hex", [b"hello", ":"], "bytes_per_sep", -2),
    ("binascii.hexlify", [b"hello"], "sep", ":"), ("binascii.hexlify", [b"hello", ":"], "bytes_per_sep", -2),
    ("binascii.b2a_qp", [b"a\tb"], "quotetabs", True), ("binascii.b2a_qp", [b"a \n"], "istext", False),
    ("binascii.b2a_qp", [b"a b_"], "header", True), ("binascii.b2a_uu", [b"a\0\0"], "backtick", True),
    ("base64.a85decode", [b"+<VdLy"], "foldspaces", True), ("base64.a85decode", [b"<~FCfN8~>"], "adobe", True),
    ("base64.a85decode", [b"FC fN8"], "ignorechars", b""),
    ("base64.a85decode", [b"F`"], "canonical", True),
    ("base64.a85encode", [b"    "], "foldspaces", True), ("base64.a85encode", [b"hello"], "wrapcol", 3),
    ("base64.a85encode", [b"hello"], "pad", True), ("base64.a85encode", [b"hello"], "adobe", True),
    ("base64.b16decode", [b"b9"], "casefold", True), ("base64.b16decode", [b"B9 "], "ignorechars", b" "),
    ("base64.b16encode", [b"hello"], "wrapcol", 4),
    ("base64.b32decode", [b"nbuq===="], "casefold", True), ("base64.b32decode", [b"M1O23456"], "map01", b"L"),
    ("base64.b32decode", [b"M1O23456"], "map01", "I"), ("base64.b32decode", [b"NBUQ"], "padded", False),
    ("base64.b32decode", [b"NB UQ===="], "ignorechars", b" "), ("base64.b32decode", [b"NBUR===="], "canonical", True),
    ("base64.b32encode", [b"hi"], "padded", False), ("base64.b32encode", [b"hello, you"], "wrapcol", 8),
    ("base64.b32hexdecode", [b"d1kg===="], "casefold", True), ("base64.b32hexdecode", [b"D1KG"], "padded", False),
    ("base64.b32hexdecode", [b"D1 KG===="], "ignorechars", b" "), ("base64.b32hexdecode", [b"D1KH===="], "canonical", True),
    ("base64.b32hexencode", [b"hi"], "padded", False), ("base64.b32hexencode", [b"hello, you"], "wrapcol", 8),
    ("base64.b64decode", [b"-_8="], "altchars", "-_"), ("base64.b64decode", [b"a!Gk="], "validate", True),
    ("base64.b64decode", [b"aGk"], "padded", False), ("base64.b64decode", [b"a!Gk="], "ignorechars", b" "),
    ("base64.b64decode", [b"aGl="], "canonical", True),
    ("base64.b64encode", [b"\xfb\xff"], "altchars", b"-_"), ("base64.b64encode", [b"hi"], "padded", False),
    ("base64.b64encode", [b"hello"], "wrapcol", 4),
    ("base64.b85decode", [b"bY *jN"], "ignorechars", b" "), ("base64.b85decode", [b"bZ"], "canonical", True),
    ("base64.b85encode", [b"hello"], "pad", True), ("base64.b85encode", [b"hello"], "wrapcol", 4),
    ("base64.z85decode", [b"nm =QN"], "ignorechars", b" "), ("base64.z85decode", [b"nn"], "canonical", True),
    ("base64.z85encode", [b"hello"], "pad", True), ("base64.z85encode", [b"hello"], "wrapcol", 4),
    ("base64.urlsafe_b64decode", [b"-_8"], "padded", True), ("base64.urlsafe_b64encode", [b"\xfb\xff"], "padded", False),
    ("codecs.encode", ["\xe9"], "encoding", "latin-1"), ("codecs.encode", ["\ud800"], "errors", "replace"),
    ("codecs.decode", [b"\xc3\xa9"], "encoding", "latin-1"), ("codecs.decode", [b"\xff"], "errors", "replace"),
]


def function(name):
    module, name = name.split(".")
    return getattr(MODULES[module], name)


def signature(name):
    """Pairs of a parameter's name and its kind; a default's repr is third. Some signatures of C cannot be parsed by `inspect`."""
    call = function(name)
    try:
        parameters = inspect.signature(call).parameters.values()
        return [[p.name, p.kind.name, None if p.default is p.empty else repr(p.default)] for p in parameters if p.kind.name != "VAR_KEYWORD"]
    except ValueError:
        found, kind = [], "POSITIONAL_OR_KEYWORD"
        for part in re.findall(r"[*/]|\w+(?:=(?:b'[^']*'|[^,)]*))?", call.__text_signature__[1:-1].replace("$module,", "")):
            if part == "/":
                for parameter in found: parameter[1] = "POSITIONAL_ONLY"
            elif part == "*": kind = "KEYWORD_ONLY"
            else: found.append([part.split("=")[0], kind, part.split("=", 1)[1] if "=" in part else None])
        return found


def written(value):
    return {"b": value.hex()} if isinstance(value, bytes) else value


def outcome(call):
    import warnings
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        # Addresses differ from run to run.
        return re.sub("0x[0-9a-f]+", "0x", answer(call))


signatures, cases, keywords = {}, [], []
for name, good in GOOD.items():
    if name == "hmac.compare_digest":
        parameters = [["a", "POSITIONAL_ONLY", None], ["b", "POSITIONAL_ONLY", None]]
    else:
        parameters = signature(name)
    signatures[name] = parameters
    call = function(name)
    if re.match("codecs.(lookup|get)", name):
        # Only whether something is found; it prints otherwise here.
        call = lambda *args, found=call: found(*args) is None
    positional = [p for p in parameters if p[1] != "KEYWORD_ONLY"]
    for at, (parameter, kind, default) in enumerate(parameters):
        for hostile, make in VALUES.items():
            if kind != "KEYWORD_ONLY" and at <= len(good):
                arguments = good[:at] + [make()] + good[at + 1:]
                cases.append([name, [written(a) for a in good[:at]] + [{"v": hostile}] + [written(a) for a in good[at + 1:]], None, outcome(lambda: call(*arguments))])
            if kind != "POSITIONAL_ONLY" and at > 0:
                rest = good[:min(at, len(good))]
                cases.append([name, [written(a) for a in rest], [parameter, {"v": hostile}], outcome(lambda: call(*rest, **{parameter: make()}))])
    if all(kind == "POSITIONAL_ONLY" for parameter, kind, default in parameters[1:]):
        # Nothing can be a keyword, and JavaScript's functions ignore arguments that they do not expect.
        continue
    # One argument too many, and a keyword that nobody knows.
    many = (good + [0] * 9)[:len(positional) + 1]
    cases.append([name, [written(a) for a in many], None, outcome(lambda: call(*many))])
    cases.append([name, [written(good[0])], ["nope", 1], outcome(lambda: call(good[0], nope=1))])
    for parameter, kind, default in parameters[1:]:
        # Almost a name of its own; and one that is given by position, too.
        if kind != "POSITIONAL_ONLY":
            cases.append([name, [written(good[0])], [parameter + "s", 1], outcome(lambda: call(good[0], **{parameter + "s": 1}))])
    for at, (parameter, kind, default) in enumerate(parameters):
        if at > 0 and kind == "POSITIONAL_OR_KEYWORD":
            many = (good + [None] * 9)[:at + 1]
            cases.append([name, [written(a) for a in many], [parameter, 1], outcome(lambda: call(*many, **{parameter: 1}))])

for name, arguments, keyword, value in KEYWORDS:
    call = function(name)
    keywords.append([name, [written(a) for a in arguments], keyword, written(value), outcome(lambda: call(*arguments)), outcome(lambda: call(*arguments, **{keyword: value}))])

# The methods of each codec.
CODECS = """ascii latin-1 utf-8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-32-be utf-7 cp1252 cp437 charmap unicode_escape
raw_unicode_escape idna punycode undefined gbk gb18030 big5hkscs shift_jis_2004 euc_jp iso2022_jp iso2022_kr hz johab hex base64 quopri
rot13 uu zlib""".split()
METHODS = {
    "encode": lambda i: i.encode, "decode": lambda i: i.decode,
    "encoder.encode": lambda i: i.incrementalencoder().encode, "decoder.decode": lambda i: i.incrementaldecoder().decode,
    "encoder.setstate": lambda i: i.incrementalencoder().setstate, "decoder.setstate": lambda i: i.incrementaldecoder().setstate,
    "encoder": lambda i: lambda errors: i.incrementalencoder(errors).encode("\x80a\ud800", True),
    "decoder": lambda i: lambda errors: i.incrementaldecoder(errors).decode(b"\xff+A\x80", True),
    "writer": lambda i: lambda errors: i.streamwriter(io.BytesIO(), errors).write("\x80a\ud800"),
    "reader": lambda i: lambda errors: i.streamreader(io.BytesIO(b"\xff+A\x80"), errors).read(),
    "writer.write": lambda i: i.streamwriter(io.BytesIO()).write, "writer.writelines": lambda i: i.streamwriter(io.BytesIO()).writelines,
    "reader.read": lambda i: i.streamreader(io.BytesIO(b"61\n62")).read,
    "reader.readline": lambda i: i.streamreader(io.BytesIO(b"61\n62")).readline,
    "reader.readlines": lambda i: i.streamreader(io.BytesIO(b"61\n62")).readlines,
    "bytes.decode": lambda i: lambda errors: b"\xff+A\x80".decode(i.name, errors),
    "str.encode": lambda i: lambda errors: bytes("\x80a\ud800", i.name, errors),
}
FIRST = {"encode": "a\x80", "decode": b"a\xff", "encoder.encode": "a\x80", "decoder.decode": b"a\xff"}
# idna decodes the bytes() of its argument: an int is that many zeros.
TOO_LARGE = [("idna", "decode", "2**31")]
methods = []
for codec in CODECS:
    info = codecs.lookup(codec)
    for method, get in METHODS.items():
        try:
            get(info)
        except Exception:
            continue
        # The hostile value is the only argument, or the second one.
        for good in [[], [FIRST[method]]] if method in FIRST else [[]]:
            outcomes = [
                None if (codec, method, hostile) in TOO_LARGE and not good else outcome(lambda: get(info)(*good, make()))
                for hostile, make in VALUES.items()
            ]
            methods.append([codec, method, [written(a) for a in good], outcomes])

result = json.dumps({"values": list(VALUES), "signatures": signatures, "cases": cases, "keywords": keywords, "methods": methods})
