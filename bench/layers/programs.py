# The five programs of `npm run bench:layers` for CPython: prints the least CPU time of each in ms, and its result.
import json
import struct
import sys
import time


def build(count):
    record = struct.Struct('<IHd')
    out = bytearray()
    for i in range(count):
        body = record.pack(i, i & 0xFFFF, i * 0.5) + b'name%05d' % (i % 99999)
        out += struct.pack('<H', len(body))
        out += body
    return bytes(out)


def parse(data):
    record = struct.Struct('<IHd')
    view = memoryview(data)
    fifo = bytearray()
    total = 0
    for at in range(0, len(view), 1460):
        fifo += view[at:at + 1460]
        while len(fifo) >= 2:
            size, = struct.unpack_from('<H', fifo)
            if len(fifo) < 2 + size:
                break
            with memoryview(fifo) as whole, whole[2:2 + size] as body, body[14:] as rest:
                number, low, _ = record.unpack_from(body)
                name = bytes(rest)
            del fifo[:2 + size]
            total += number + low + len(name) + name[0]
    return total


def make_log(size):
    lines = []
    length = 0
    i = 0
    while length < size:
        level = (b'INFO', b'DEBUG', b'ERROR', b'WARN')[i % 4]
        line = b'2026-03-%02d 07:%02d:%02d %s  session=%d user=ann%d password=key%d path=/files/%d took %dms \r\n' % (
            i % 28 + 1, i % 60, i % 59, level, i, i % 100, i % 7, i % 1000, i % 333)
        lines.append(line)
        length += len(line)
        i += 1
    return b''.join(lines)


def read_log(data):
    counts = {}
    errors = []
    for line in data.split(b'\n'):
        line = line.strip()
        if not line or line.startswith(b'#'):
            continue
        parts = line.split(b' ')
        level = parts[2]
        counts[level] = counts.get(level, 0) + 1
        if level == b'ERROR':
            text = b' '.join(parts[3:]).replace(b'password=', b'pw=').strip()
            errors.append(parts[0] + b'T' + parts[1] + b' ' + text.upper())
    joined = b'\n'.join(errors)
    return len(joined) + counts[b'INFO'] + joined.count(b'PW=')


def make_packets(count):
    pattern = bytes([(i * 7 + 3) % 256 for i in range(1500)])
    return [pattern[i % 400:i % 400 + 1000] for i in range(count)]


def slip_encode(packet):
    out = bytearray(b'\xc0')
    for byte in packet:
        if byte == 0xC0:
            out += b'\xdb\xdc'
        elif byte == 0xDB:
            out += b'\xdb\xdd'
        else:
            out.append(byte)
    out.append(0xC0)
    return bytes(out)


def slip_decode(stream):
    packets = []
    packet = bytearray()
    escaped = False
    for byte in stream:
        if byte == 0xC0:
            if packet:
                packets.append(bytes(packet))
                packet.clear()
        elif byte == 0xDB:
            escaped = True
        elif escaped:
            escaped = False
            packet.append(0xC0 if byte == 0xDC else 0xDB)
        else:
            packet.append(byte)
    return packets


def cobs_encode(data):
    out = bytearray(1)
    place = 0
    code = 1
    for i in range(len(data)):
        byte = data[i]
        if byte == 0:
            out[place] = code
            place = len(out)
            out.append(0)
            code = 1
        else:
            out.append(byte)
            code += 1
            if code == 255:
                out[place] = code
                place = len(out)
                out.append(0)
                code = 1
    out[place] = code
    return bytes(out)


def frame(packets):
    total = 0
    stream = b''.join([slip_encode(packet) for packet in packets])
    for packet in slip_decode(stream):
        total += len(packet) + len(cobs_encode(packet))
    return total


def make_chunks(count):
    pattern = bytes([(i * 7 + 3) % 256 for i in range(1500)])
    out = bytearray()
    for i in range(count):
        part = pattern[:i % 90 + 10]
        out += b'%x\r\n' % len(part)
        out += part
        out += b'\r\n'
    out += b'0\r\n\r\n'
    return bytes(out)


def read_chunks(body):
    at = 0
    out = bytearray()
    while True:
        end = body.find(b'\r\n', at)
        size = int(body[at:end], 16)
        if size == 0:
            return len(out)
        out += body[end + 2:end + 2 + size]
        at = end + 2 + size + 2


# Seconds for which a program runs at least, as in side.mjs.
WARM = 0.5


def least(run, rounds):
    best, total, done = float('inf'), 0, 0
    while done < rounds or total < WARM:
        before = time.process_time()
        result = run()
        took = time.process_time() - before
        best, total, done = min(best, took), total + took, done + 1
    return [best * 1000, result]


records, log, packets, chunks = build(5000), make_log(1_000_000), make_packets(100), make_chunks(1000)
rounds = int(sys.argv[1])
programs = {
    'records built': lambda: len(build(5000)),
    'records read': lambda: parse(records),
    'log': lambda: read_log(log),
    'SLIP and COBS': lambda: frame(packets),
    'HTTP chunks': lambda: read_chunks(chunks),
}
wanted = sys.argv[2:] or programs
print(json.dumps({name: least(programs[name], rounds) for name in wanted}))
