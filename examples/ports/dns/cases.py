"""The calls of dns.py that are recorded."""

from contextlib import suppress

import dns
from dns import AAAA, CNAME, IN, MX, NS, SOA, TXT, A, Authority, Mail, Message, Question, Reader, Record, Writer, build, parse

SOA_DATA = Authority("ns.example.org.", "admin.example.org.", 2**32 - 1, 7200, 900, 1209600, 86400)
ANSWER = Message(
    0xBEEF,
    0x8180,
    [Question("www.Example.org", A, IN)],
    [
        Record("www.example.org.", CNAME, IN, 300, "web.example.org."),
        Record("web.example.org", A, IN, 60, "192.0.2.1"),
        Record("web.example.org", AAAA, IN, 60, "2001:0db8:0000:0000:0000:0000:0000:0001"),
    ],
    [Record("example.org", NS, IN, 3600, "ns.example.org"), Record("example.org", SOA, IN, 0, SOA_DATA)],
    [
        Record("example.org", MX, IN, 5, Mail(10, "mail.example.org")),
        Record("example.org", TXT, IN, 5, [b"v=spf1 -all", b"\x00\xff", b""]),
        Record("", 41, 4096, 0, b"\x00\x0a\x00\x08abcdefgh"),
    ],
)
QUERY = Message(1, 0x0100, [Question("b\u00fccher.example.", A, IN)], [], [], [])
HEAD = b"\x00\x01\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00"
ANSWERED = b"\x00\x01\x00\x00\x00\x00\x00\x01\x00\x00\x00\x00"


def cases():
    for message in (ANSWER, QUERY, QUERY._replace(questions=[])):
        packed = build(message)
        parse(packed)
        parse(bytearray(packed))
        for size in range(0, len(packed), 17):
            with suppress(dns.DNSError):
                parse(packed[:size])
    with suppress(dns.DNSError):
        parse(build(QUERY) + b"xy")
    for data in (
        HEAD + b"\xc0\x0c\x00\x01\x00\x01", HEAD + b"\xc0\xff\x00\x01\x00\x01", HEAD + b"\x80\x00\x01\x00\x01",
        HEAD + b"\x01a\xc0\x0c\x00\x01\x00\x01", HEAD + b"\x03a\xff\x00\x00\x00\x01\x00\x01", HEAD + b"\x40",
        ANSWERED + b"\x00\x00\x01\x00\x01\x00\x00\x00\x00\x00\x03abc", ANSWERED + b"\x00\x00\x02\x00\x01\x00\x00\x00\x00\x00\x03\x00bc",
        ANSWERED + b"\x00\x00\x10\x00\x01\x00\x00\x00\x00\x00\x02\x05a",
    ):
        with suppress(dns.DNSError):
            parse(data)
    for name in ("", ".", "a", "a.b.", "a..b", "x" * 64, "x" * 63, ".".join(["y" * 62] * 5), "\u00fc.de"):
        with suppress(ValueError):
            dns.split_name(name)

    writer = Writer()
    writer.name("a.b")
    writer.name("A.B")
    writer.name("x.a.b")
    writer.pack("!H", 5)
    for bad in (Record("a", TXT, IN, 1, [b"z" * 256]), Record("a", 99, IN, 1, b"z" * 65536)):
        with suppress(dns.DNSError):
            writer.record(bad)
    reader = Reader(b"\x01a\x01b\x00\xc0\x00")
    reader.name()
    reader.name()
    with suppress(dns.DNSError):
        reader.take(1)
