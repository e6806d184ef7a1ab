"""DNS messages (RFC 1035): names with compression, questions, records, whole messages both ways."""

import ipaddress
import struct
from collections import namedtuple

A, NS, CNAME, SOA, MX, TXT, AAAA = 1, 2, 5, 6, 15, 16, 28
IN = 1

Question = namedtuple("Question", "name type cls")
Record = namedtuple("Record", "name type cls ttl data")
Message = namedtuple("Message", "id flags questions answers authorities additional")
Mail = namedtuple("Mail", "preference exchange")
Authority = namedtuple("Authority", "mname rname serial refresh retry expire minimum")


class DNSError(ValueError):
    """The message is malformed, or a message cannot contain the value."""


class Writer:
    """A message that grows. A name that it already contains is written as a pointer."""

    def __init__(self):
        self.buffer = bytearray()
        self.names = {}

    def pack(self, format, *values):
        self.buffer += struct.pack(format, *values)

    def name(self, name):
        labels = split_name(name)
        while labels:
            key = b".".join(labels).lower()
            if key in self.names:
                self.pack("!H", 0xC000 | self.names[key])
                return
            # A pointer has 14 bits.
            if len(self.buffer) < 0x4000:
                self.names[key] = len(self.buffer)
            label = labels.pop(0)
            self.buffer.append(len(label))
            self.buffer += label
        self.buffer.append(0)

    def question(self, question):
        self.name(question.name)
        self.pack("!HH", question.type, question.cls)

    def record(self, record):
        self.name(record.name)
        self.pack("!HHIH", record.type, record.cls, record.ttl, 0)
        start = len(self.buffer)
        self.data(record.type, record.data)
        size = len(self.buffer) - start
        if size > 0xFFFF:
            raise DNSError("record too long")
        struct.pack_into("!H", self.buffer, start - 2, size)

    def data(self, type, data):
        if type == A:
            self.buffer += ipaddress.IPv4Address(data).packed
        elif type == AAAA:
            self.buffer += bytes.fromhex(data.replace(":", ""))
        elif type in (NS, CNAME):
            self.name(data)
        elif type == MX:
            self.pack("!H", data.preference)
            self.name(data.exchange)
        elif type == TXT:
            for text in data:
                if len(text) > 255:
                    raise DNSError("text too long")
                self.buffer.append(len(text))
                self.buffer += text
        elif type == SOA:
            self.name(data.mname)
            self.name(data.rname)
            self.pack("!5I", *data[2:])
        else:
            self.buffer += data


def split_name(name):
    """The labels of a name as bytes."""
    if name in ("", "."):
        return []
    labels = name.removesuffix(".").encode("idna" if not name.isascii() else "ascii").split(b".")
    for label in labels:
        if not label:
            raise DNSError(f"empty label in {name!r}")
        if len(label) > 63:
            raise DNSError(f"label too long in {name!r}")
    if sum(map(len, labels)) + len(labels) > 254:
        raise DNSError("name too long")
    return labels


def build(message):
    """A message as bytes."""
    writer = Writer()
    sections = message.questions, message.answers, message.authorities, message.additional
    writer.pack("!6H", message.id, message.flags, *map(len, sections))
    for question in message.questions:
        writer.question(question)
    for section in sections[1:]:
        for record in section:
            writer.record(record)
    return bytes(writer.buffer)


class Reader:
    """A place in a message."""

    def __init__(self, data):
        self.data = memoryview(data)
        self.at = 0

    def unpack(self, format):
        size = struct.calcsize(format)
        if self.at + size > len(self.data):
            raise DNSError("message is cut off")
        values = struct.unpack_from(format, self.data, self.at)
        self.at += size
        return values

    def take(self, size):
        if self.at + size > len(self.data):
            raise DNSError("message is cut off")
        self.at += size
        return bytes(self.data[self.at - size : self.at])

    def name(self):
        labels = []
        after = None
        limit = self.at
        while True:
            (size,) = self.unpack("B")
            if size >= 0xC0:
                self.at -= 1
                (pointer,) = self.unpack("!H")
                if after is None:
                    after = self.at
                pointer &= 0x3FFF
                # Only backwards, or a name might never end.
                if pointer >= limit:
                    raise DNSError("compression pointer does not point back")
                self.at = limit = pointer
            elif size > 63:
                raise DNSError(f"bad label type 0x{size:02x}")
            elif size == 0:
                break
            else:
                labels.append(self.take(size))
        if after is not None:
            self.at = after
        return ".".join(label.decode("ascii", "backslashreplace") for label in labels) + "."

    def question(self):
        return Question(self.name(), *self.unpack("!HH"))

    def record(self):
        name = self.name()
        type, cls, ttl, size = self.unpack("!HHIH")
        end = self.at + size
        data = self.value(type, size)
        if self.at != end:
            raise DNSError(f"record data has {size} bytes, not {self.at - end + size}")
        return Record(name, type, cls, ttl, data)

    def value(self, type, size):
        if type == A and size == 4:
            return str(ipaddress.IPv4Address(self.take(4)))
        if type == AAAA and size == 16:
            return self.take(16).hex(":", 2)
        if type in (NS, CNAME):
            return self.name()
        if type == MX:
            return Mail(*self.unpack("!H"), self.name())
        if type == TXT:
            end = self.at + size
            texts = []
            while self.at < end:
                texts.append(self.take(*self.unpack("B")))
            return texts
        if type == SOA:
            return Authority(self.name(), self.name(), *self.unpack("!5I"))
        return self.take(size)


def parse(data):
    """Reads a message."""
    reader = Reader(data)
    id, flags, *counts = reader.unpack("!6H")
    questions = [reader.question() for _ in range(counts[0])]
    sections = [[reader.record() for _ in range(count)] for count in counts[1:]]
    if reader.at != len(reader.data):
        raise DNSError(f"{len(reader.data) - reader.at} extra bytes")
    return Message(id, flags, questions, *sections)
