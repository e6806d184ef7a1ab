"""Formats of files and of the wire, codes and checksums, and tables of calls that fail; `expected/wire.txt` has what CPython 3.15
prints. A line `# == title` begins one."""

# == a GIF header and its colour table
import struct
table = bytes(v for i in range(4) for v in (i * 85, 255 - i * 85, 7))
gif = b'GIF89a' + struct.pack('<HHBBB', 16, 9, 0x80 | 1, 0, 0) + table + b';'
sig, ver = gif[:3], gif[3:6]
w, h, flags, bg, aspect = struct.unpack_from('<HHBBB', gif, 6)
print(sig, ver, w, h, hex(flags), bg, aspect)
n = 2 << (flags & 7)
colours = [tuple(gif[13 + 3 * i:16 + 3 * i]) for i in range(n)]
print(n, colours)
print(['#%02x%02x%02x' % c for c in colours])
print([bytes(c).hex(':') for c in colours])
print(gif[13 + 3 * n:], gif.endswith(b';'), gif.index(b';'))
for bad in (b'', b'GIF', b'GIF89a\x01', gif[:11]):
    try:
        print(struct.unpack_from('<HHBBB', bad, 6))
    except struct.error as e:
        print(type(e).__name__, e)

# == an ELF identification
import struct
ident = b'\x7fELF' + bytes([2, 1, 1, 0]) + bytes(8)
head = ident + struct.pack('<HHIQQQIHHHHHH', 2, 62, 1, 0x401000, 64, 0x2a30, 0, 64, 56, 13, 64, 31, 30)
print(len(head), head[:4] == b'\x7fELF', head[4:8].hex())
names = 'type machine version entry phoff shoff flags ehsize phentsize phnum shentsize shnum shstrndx'.split()
values = struct.unpack('<HHIQQQIHHHHHH', head[16:])
for name, value in zip(names, values):
    print('%-10s %#x' % (name, value))
record = dict(zip(names, values))
print(record['entry'], record['phnum'], sorted(record)[:3])
view = memoryview(head)
print(view[:4].tobytes(), view[24:32].cast('Q')[0] == record['entry'])
try:
    view[24:31].cast('Q')
except TypeError as e:
    print(e)
order = {1: '<', 2: '>'}
print(order[head[5]], {1: 32, 2: 64}[head[4]])

# == an MP3 frame header and ID3 size
def synchsafe(n):
    return bytes((n >> s) & 0x7f for s in (21, 14, 7, 0))
def unsafe(b):
    n = 0
    for x in b:
        n = n << 7 | x
    return n
for n in (0, 127, 128, 257, 0x0fffffff):
    s = synchsafe(n)
    print(n, s, unsafe(s), max(s) < 128)
tag = bytearray(b'ID3\x04\x00\x00') + synchsafe(30)
tag += b'TIT2' + synchsafe(6) + b'\0\0' + b'\x03Hello'
tag += b'\0' * (30 - (len(tag) - 10))
print(len(tag), tag)
name, size = tag[10:14].decode(), unsafe(tag[14:18])
body = tag[20:20 + size]
print(name, size, body, {0: 'latin-1', 3: 'utf-8'}[body[0]], body[1:].decode('utf-8'))
frame = int.from_bytes(b'\xff\xfb\x90\x64', 'big')
print(bin(frame), frame >> 21 == 0x7ff, (frame >> 17) & 3, (frame >> 12) & 15, (frame >> 10) & 3)
rates = (None, 32, 40, 48, 56, 64, 80, 96, 112, 128)
print(rates[(frame >> 12) & 15], 'kbit')

# == a PCAP file
import struct, io
out = io.BytesIO()
out.write(struct.pack('<IHHiIII', 0xa1b2c3d4, 2, 4, 0, 0, 65535, 1))
for i, data in enumerate((b'ping', b'', b'a' * 20)):
    out.write(struct.pack('<IIII', 1700000000 + i, i * 1000, len(data), len(data) + i))
    out.write(data)
raw = out.getvalue()
print(len(raw), raw[:24].hex(' ', 4))
src = io.BytesIO(raw)
magic = src.read(4)
endian = '<' if magic == b'\xd4\xc3\xb2\xa1' else '>'
print(endian, struct.unpack(endian + 'HHiIII', src.read(20)))
while True:
    head = src.read(16)
    if not head:
        break
    sec, usec, caplen, length = struct.unpack(endian + 'IIII', head)
    data = src.read(caplen)
    print(sec, usec, caplen, length, data[:8], len(data) == caplen)
print(src.tell(), src.read(), src.seek(-3, 2), src.read(), src.seek(0), src.read(1))
for args in ((-1,), (0, 3), (0, -1), ('a',), (1.0,), (None,)):
    try:
        print(src.seek(*args))
    except Exception as e:
        print(type(e).__name__, e)

# == Intel HEX records
def record(address, kind, data):
    body = bytes([len(data), address >> 8, address & 255, kind]) + data
    return ':' + (body + bytes([-sum(body) & 255])).hex().upper()
def parse(line):
    if not line.startswith(':'):
        raise ValueError('no colon: %r' % line)
    raw = bytes.fromhex(line[1:])
    if sum(raw) & 255:
        raise ValueError('checksum %#04x' % (sum(raw) & 255))
    return raw[3], int.from_bytes(raw[1:3], 'big'), raw[4:-1]
lines = [record(0x100, 0, b'!F\x016\x01!G\x016\0~\xfe\t\xd2\x19\x01'), record(0, 1, b'')]
for line in lines:
    print(line, parse(line))
for bad in ('', '10', ':1', ':zz', ':00000001FE', ':00 00 00 01 FF', ': 00000001ff', ':0000\n0001ff'):
    try:
        print(parse(bad))
    except ValueError as e:
        print(type(e).__name__, e)

# == a BSON document
import struct
def encode(doc):
    out = bytearray()
    for key, value in doc.items():
        name = key.encode() + b'\0'
        if isinstance(value, bool):
            out += b'\x08' + name + bytes([value])
        elif isinstance(value, int):
            out += (b'\x10' + name + struct.pack('<i', value)) if -2**31 <= value < 2**31 else (b'\x12' + name + struct.pack('<q', value))
        elif isinstance(value, float):
            out += b'\x01' + name + struct.pack('<d', value)
        elif isinstance(value, str):
            raw = value.encode() + b'\0'
            out += b'\x02' + name + struct.pack('<i', len(raw)) + raw
        elif isinstance(value, (bytes, bytearray)):
            out += b'\x05' + name + struct.pack('<iB', len(value), 0) + value
        elif value is None:
            out += b'\x0a' + name
        elif isinstance(value, dict):
            out += b'\x03' + name + encode(value)
        else:
            raise TypeError('cannot encode ' + type(value).__name__)
    return struct.pack('<i', len(out) + 5) + bytes(out) + b'\0'
def decode(raw):
    size, = struct.unpack_from('<i', raw)
    at, doc = 4, {}
    while raw[at]:
        kind = raw[at]
        end = raw.index(0, at + 1)
        key = raw[at + 1:end].decode()
        at = end + 1
        if kind == 1:
            doc[key], = struct.unpack_from('<d', raw, at); at += 8
        elif kind == 2:
            n, = struct.unpack_from('<i', raw, at); doc[key] = raw[at + 4:at + 3 + n].decode(); at += 4 + n
        elif kind == 3:
            n, = struct.unpack_from('<i', raw, at); doc[key] = decode(raw[at:at + n]); at += n
        elif kind == 5:
            n, = struct.unpack_from('<i', raw, at); doc[key] = raw[at + 5:at + 5 + n]; at += 5 + n
        elif kind == 8:
            doc[key] = raw[at] != 0; at += 1
        elif kind == 10:
            doc[key] = None
        elif kind == 16:
            doc[key], = struct.unpack_from('<i', raw, at); at += 4
        elif kind == 18:
            doc[key], = struct.unpack_from('<q', raw, at); at += 8
    return doc
doc = {'a': 1, 'big': 2**40, 'f': 1.5, 's': 'h\u00e9', 'b': b'\0\1', 'ba': bytearray(b'xy'), 'n': None, 't': True, 'd': {'x': -1}}
raw = encode(doc)
print(len(raw), raw)
print(decode(raw))
print(decode(bytearray(raw)) == decode(raw), decode(raw)['ba'] == doc['ba'])
for bad in ({'x': [1]}, {'x': 2**70}, {1: 2}, {'x': memoryview(b'a')}):
    try:
        print(encode(bad))
    except Exception as e:
        print(type(e).__name__, e)
try:
    decode(b'\x05\0\0')
except struct.error as e:
    print(e)

# == a ZIP directory
import struct, binascii
class Entry:
    def __init__(self, name, data, offset):
        self.name, self.data, self.offset = name, data, offset
    def local(self):
        return struct.pack('<4s5H3I2H', b'PK\3\4', 20, 0, 0, 0, 33, binascii.crc32(self.data), len(self.data), len(self.data), len(self.name), 0) + self.name + self.data
    def central(self):
        return struct.pack('<4s6H3I5H2I', b'PK\1\2', 20, 20, 0, 0, 0, 33, binascii.crc32(self.data), len(self.data), len(self.data), len(self.name), 0, 0, 0, 0, 0, self.offset) + self.name
files = [(b'a.txt', b'alpha'), (b'dir/b.bin', bytes(range(10)))]
out = bytearray()
entries = []
for name, data in files:
    e = Entry(name, data, len(out))
    entries.append(e)
    out += e.local()
start = len(out)
for e in entries:
    out.extend(e.central())
out += struct.pack('<4s4H2IH', b'PK\5\6', 0, 0, len(entries), len(entries), len(out) - start, start, 0)
print(len(out), start)
at = out.rfind(b'PK\5\6')
print(at, struct.unpack('<4s4H2IH', out[at:]))
count, size, offset = struct.unpack_from('<10xHII', out, at)
for _ in range(count):
    f = struct.unpack_from('<4s6H3I5H2I', out, offset)
    name = out[offset + 46:offset + 46 + f[10]]
    where = f[16]
    skip = 30 + f[10]
    data = out[where + skip:where + skip + f[8]]
    print(bytes(name), f[7] == binascii.crc32(data), bytes(data), where)
    offset += 46 + f[10]
print(struct.calcsize('<4s5H3I2H'), struct.calcsize('<4s6H3I5H2I'), struct.calcsize('<10xHII'))

# == ASN.1 DER
def length(n):
    if n < 128:
        return bytes([n])
    raw = n.to_bytes((n.bit_length() + 7) // 8, 'big')
    return bytes([0x80 | len(raw)]) + raw
def tlv(tag, body):
    return bytes([tag]) + length(len(body)) + body
def integer(n):
    return tlv(2, n.to_bytes(n.bit_length() // 8 + 1, 'big', signed=True))
def oid(text):
    a, b, *rest = map(int, text.split('.'))
    out = bytearray([a * 40 + b])
    for n in rest:
        part = [n & 127]
        while n > 127:
            n >>= 7
            part.append(n & 127 | 128)
        out += bytes(reversed(part))
    return tlv(6, bytes(out))
def walk(raw, depth=0):
    at = 0
    while at < len(raw):
        tag, n = raw[at], raw[at + 1]
        at += 2
        if n & 128:
            k = n & 127
            n = int.from_bytes(raw[at:at + k], 'big')
            at += k
        body = raw[at:at + n]
        at += n
        print('  ' * depth + '%02x' % tag, n, body.hex() if n < 12 else body[:12].hex() + '...')
        if tag & 32:
            walk(body, depth + 1)
for n in (0, 1, -1, 127, 128, -128, -129, 2**64):
    print(n, integer(n).hex())
print(oid('1.2.840.113549').hex())
doc = tlv(0x30, integer(65537) + oid('2.5.4.3') + tlv(4, b'x' * 200) + tlv(0x31, tlv(5, b'')))
walk(doc)
for n in (-1, 256):
    try:
        print(bytes([n]))
    except ValueError as e:
        print(e)
try:
    (-129).to_bytes(1, 'big', signed=True)
except OverflowError as e:
    print(e)
try:
    (-1).to_bytes(1, 'big')
except OverflowError as e:
    print(e)

# == an INI file as bytes
text = b"""; comment
[main]
name = \xc3\xa9t\xc3\xa9
path=C:\\temp
empty =
[list]
a : 1
b:2
bad line
"""
section, config, errors = None, {}, []
for number, line in enumerate(text.splitlines(), 1):
    line = line.strip()
    if not line or line[0] in b';#':
        continue
    if line.startswith(b'[') and line.endswith(b']'):
        section = line[1:-1].decode()
        config[section] = {}
        continue
    for sep in (b'=', b':'):
        key, found, value = line.partition(sep)
        if found:
            config[section][key.rstrip().decode()] = value.lstrip()
            break
    else:
        errors.append((number, line))
print(config)
print(errors)
print(config['main']['name'].decode('utf-8'), config['main']['path'].decode('unicode_escape'))
print(sorted(config['list'].items(), key=lambda kv: kv[1], reverse=True))
print({k: int(v) for k, v in config['list'].items()})
try:
    int(config['main']['empty'])
except ValueError as e:
    print(e)
try:
    config[b'main']
except KeyError as e:
    print('KeyError', e)

# == CSV of bytes
rows = [[b'id', b'name', b'note'], [b'1', b'a "b"', b'x,y'], [b'2', b'', b'line\nbreak']]
def quote(cell):
    if any(c in cell for c in b',"\n'):
        return b'"' + cell.replace(b'"', b'""') + b'"'
    return cell
data = b'\r\n'.join(b','.join(map(quote, row)) for row in rows)
print(data)
def parse(data):
    rows, row, cell, quoted, i = [], [], bytearray(), False, 0
    while i < len(data):
        c = data[i:i + 1]
        if quoted:
            if c == b'"':
                if data[i + 1:i + 2] == b'"':
                    cell += c
                    i += 1
                else:
                    quoted = False
            else:
                cell += c
        elif c == b'"':
            quoted = True
        elif c == b',':
            row.append(bytes(cell))
            cell.clear()
        elif data[i:i + 2] == b'\r\n':
            row.append(bytes(cell))
            rows.append(row)
            row, cell = [], bytearray()
            i += 1
        else:
            cell.append(c[0])
        i += 1
    row.append(bytes(cell))
    rows.append(row)
    return rows
print(parse(data))
print(parse(data) == rows)
widths = [max(map(len, col)) for col in zip(*rows)]
for row in rows:
    print(b'|'.join(c.ljust(w, b'.') for c, w in zip(row, widths)))
print([b'%-*s|' % (w, c) for c, w in zip(rows[1], widths)])
try:
    cell = bytearray()
    cell.append(b'x')
except TypeError as e:
    print(e)

# == framing by length over chunks
import struct
class Framer:
    def __init__(self, limit=20):
        self.buffer = bytearray()
        self.limit = limit
    def feed(self, chunk):
        self.buffer += chunk
        while len(self.buffer) >= 2:
            n, = struct.unpack_from('>H', self.buffer)
            if n > self.limit:
                raise ValueError(f'frame of {n} bytes: {bytes(self.buffer[:4])!r}')
            if len(self.buffer) < 2 + n:
                return
            yield bytes(self.buffer[2:2 + n])
            del self.buffer[:2 + n]
stream = b''.join(struct.pack('>H', len(m)) + m for m in (b'one', b'', b'three' * 3))
for step in (1, 2, 5, 100):
    f = Framer()
    got = []
    for i in range(0, len(stream), step):
        got.extend(f.feed(stream[i:i + step]))
    print(step, got, f.buffer)
f = Framer()
try:
    list(f.feed(b'\x01\0abc'))
except ValueError as e:
    print(e)
try:
    list(Framer().feed('text'))
except TypeError as e:
    print(e)
try:
    list(Framer().feed(None))
except TypeError as e:
    print(e)
try:
    list(Framer().feed([1, 300]))
except Exception as e:
    print(type(e).__name__, e)
f = Framer()
for x in f.feed([0, 1, 65, 9]):
    print(x, f.buffer)

# == a socket that gives what it has
class Fake:
    def __init__(self, *chunks):
        self.chunks = list(chunks)
        self.sent = bytearray()
    def recv(self, n):
        if not self.chunks:
            return b''
        chunk, self.chunks[0] = self.chunks[0][:n], self.chunks[0][n:]
        if not self.chunks[0]:
            self.chunks.pop(0)
        return chunk
    def recv_into(self, buffer, n=0):
        view = memoryview(buffer)
        got = self.recv(n or len(view))
        view[:len(got)] = got
        return len(got)
    def send(self, data):
        n = min(3, len(data))
        self.sent += data[:n]
        return n
def readexactly(sock, n):
    buf = bytearray(n)
    view = memoryview(buf)
    while view:
        got = sock.recv_into(view)
        if got == 0:
            raise EOFError(f'{len(view)} of {n} missing, got {bytes(buf[:n - len(view)])!r}')
        view = view[got:]
    return buf
s = Fake(b'ab', b'cdefg', b'h')
print(readexactly(s, 4), readexactly(s, 0), s.chunks)
try:
    readexactly(s, 5)
except EOFError as e:
    print(type(e).__name__, e)
left = memoryview(b'hello world')
while left:
    left = left[s.send(left):]
print(s.sent, len(left), bool(left), left.tobytes())
try:
    s.recv_into(b'read only')
except TypeError as e:
    print(e)
s = Fake(b'x')
try:
    s.recv_into(b'read only')
except TypeError as e:
    print(e)

# == HTTP headers of a response
raw = (b'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=ISO-8859-1\r\nSet-Cookie: a=1\r\nset-cookie: b=2\r\n'
       b'X-Folded: one\r\n two\r\nContent-Length: 6\r\n\r\ncaf\xe9!\n')
head, sep, body = raw.partition(b'\r\n\r\n')
status, *lines = head.split(b'\r\n')
version, code, reason = status.split(b' ', 2)
print(version, int(code), reason.decode('ascii'))
headers, last = {}, None
for line in lines:
    if line[:1].isspace():
        headers[last][-1] += b' ' + line.strip()
        continue
    name, _, value = line.partition(b':')
    last = name.strip().lower()
    headers.setdefault(last, []).append(value.strip())
for name in sorted(headers):
    print(name, headers[name])
print(b'Content-Length'.title(), b'x-folded'.title(), b'etag'.capitalize(), b'WWW-authenticate'.swapcase())
params = dict(p.strip().split(b'=') for p in headers[b'content-type'][0].split(b';')[1:])
print(params, body.decode(params[b'charset'].decode()))
print(len(body) == int(headers[b'content-length'][0]), int(b' 12\n'), int(bytearray(b'0x1f'), 16))
for bad in (b'', b'1 2', b'\xff', b'1_', b'0x10', b'12\0'):
    try:
        print(int(bad))
    except ValueError as e:
        print(e)
print(float(b' 1e3 '), float(bytearray(b'-inf')))
for bad in (b'', b'1,5', b'nan(1)'):
    try:
        print(float(bad))
    except ValueError as e:
        print(e)

# == a MIME multipart body
boundary = b'--xyz'
parts = [(b'name="a"', b'1'), (b'name="f"; filename="x.bin"', b'\0\r\n\xff'), (b'name="e"', b'')]
body = b''.join(boundary + b'\r\nContent-Disposition: form-data; ' + h + b'\r\n\r\n' + d + b'\r\n' for h, d in parts) + boundary + b'--\r\n'
print(len(body), body.count(boundary))
chunks = body.split(boundary)
print(len(chunks), chunks[0], chunks[-1])
for chunk in chunks[1:-1]:
    head, _, data = chunk.removeprefix(b'\r\n').partition(b'\r\n\r\n')
    data = data.removesuffix(b'\r\n')
    fields = {}
    for piece in head.split(b';')[1:]:
        k, v = piece.strip().split(b'=', 1)
        fields[k.decode()] = v.strip(b'"').decode()
    print(fields, data)
print(body.rsplit(b'\r\n', 2)[1:], body.splitlines()[-1], body.rpartition(b'--xyz')[2])
try:
    body.split('--xyz')
except TypeError as e:
    print(e)
try:
    body.removeprefix('x')
except TypeError as e:
    print(e)
try:
    body.partition(b'')
except ValueError as e:
    print(e)
try:
    body.split(b'')
except ValueError as e:
    print(e)

# == quoted-printable by hand and by binascii
import binascii
def encode(data):
    out = bytearray()
    for c in data:
        if c == 61 or c < 32 or c > 126:
            out += b'=%02X' % c
        else:
            out.append(c)
    return bytes(out)
def decode(data):
    out = bytearray()
    i = 0
    while i < len(data):
        if data[i:i + 1] == b'=':
            out += bytes.fromhex(data[i + 1:i + 3].decode('ascii'))
            i += 3
        else:
            out.append(data[i])
            i += 1
    return bytes(out)
s = 'été = 1\tö'.encode('utf-8')
print(encode(s))
print(decode(encode(s)) == s, decode(encode(s)).decode())
print(binascii.b2a_qp(s), binascii.a2b_qp(b'=C3=A9t=C3=A9 =\nmore=3D'))
print(binascii.b2a_qp(b'a b ', quotetabs=True), binascii.b2a_qp(b'_ x', header=True))
for bad in (b'=', b'=4', b'=ZZ'):
    try:
        print(decode(bad))
    except ValueError as e:
        print(e)
    print(binascii.a2b_qp(bad))

# == uuencode
import binascii
data = bytes(range(0, 200, 3)) + b'tail'
lines = [binascii.b2a_uu(data[i:i + 45]) for i in range(0, len(data), 45)]
for line in lines:
    print(line)
print(b''.join(map(binascii.a2b_uu, lines)) == data)
print(binascii.b2a_uu(b''), binascii.b2a_uu(b'', backtick=True), binascii.b2a_uu(b'\0\0', backtick=True))
for call in (lambda: binascii.b2a_uu(bytes(46)), lambda: binascii.a2b_uu(b'!\x7f'), lambda: binascii.b2a_uu('x'), lambda: binascii.a2b_uu('\u20ac')):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
print(binascii.hexlify(b'\xb9\x01\xef'), binascii.hexlify(b'\xb9\x01\xef', '-'), binascii.hexlify(b'\xb9\x01\xef', b':', 2), binascii.hexlify(b'\xb9\x01\xef\0', '_', -3))
print(binascii.unhexlify('b901ef'), binascii.unhexlify(b'B901EF'))
for bad in ('b9', 'b', 'zz', 'é0', b'\xff\xff', 5, None):
    try:
        print(binascii.unhexlify(bad))
    except Exception as e:
        print(type(e).__name__, e)
print(binascii.crc32(b'hello'), binascii.crc32(b'lo', binascii.crc32(b'hel')), binascii.crc_hqx(b'hello', 0), binascii.crc32(b'', 5))

# == base64 with its errors
import binascii
print(binascii.b2a_base64(b'\xfb\xff\xfe'), binascii.b2a_base64(b'abc', newline=False))
for raw in (b'YWJj', b'YWJ', b'YW==', b'Y', b'YWJj====', b'YW Jj\n', b'Y=Jj', b'=', b'', 'YWJj', 'é'):
    try:
        print(raw, binascii.a2b_base64(raw))
    except Exception as e:
        print(raw, type(e).__name__, e)
    try:
        print(raw, binascii.a2b_base64(raw, strict_mode=True))
    except Exception as e:
        print(raw, type(e).__name__, e)
for bad in (5, None, [1]):
    try:
        binascii.a2b_base64(bad)
    except TypeError as e:
        print(e)
try:
    binascii.b2a_base64('text')
except TypeError as e:
    print(e)
try:
    raise binascii.Error('mine')
except ValueError as e:
    print(type(e).__name__, e, isinstance(e, binascii.Error))

# == checksums of many kinds
def fletcher16(data):
    a = b = 0
    for x in data:
        a = (a + x) % 255
        b = (b + a) % 255
    return b << 8 | a
def bsd(data):
    s = 0
    for x in data:
        s = ((s >> 1) + ((s & 1) << 15) + x) & 0xffff
    return s
def lrc(data):
    s = 0
    for x in data:
        s = (s + x) & 255
    return ((s ^ 255) + 1) & 255
def crc8(data, poly=7):
    c = 0
    for x in data:
        c ^= x
        for _ in range(8):
            c = (c << 1 ^ poly if c & 128 else c << 1) & 255
    return c
def fnv1a(data):
    h = 0x811c9dc5
    for x in data:
        h = (h ^ x) * 0x01000193 & 0xffffffff
    return h
def djb2(data):
    h = 5381
    for x in data:
        h = (h * 33 + x) & 0xffffffff
    return h
def luhn(text):
    digits = [c - 48 for c in text[::-1]]
    return sum(digits[::2] + [sum(divmod(2 * d, 10)) for d in digits[1::2]]) % 10 == 0
def isbn(text):
    return sum((10 - i) * (10 if c == 88 else c - 48) for i, c in enumerate(text.replace(b'-', b''))) % 11 == 0
for data in (b'', b'abcde', b'abcdefgh', bytearray(b'123456789'), memoryview(b'\xff' * 10)):
    print(bytes(data), fletcher16(data), bsd(data), lrc(data), crc8(data), hex(fnv1a(data)), djb2(data))
print(luhn(b'4539578763621486'), luhn(b'4539578763621487'), isbn(b'0-306-40615-2'), isbn(b'0-8044-2957-X'))
print(sum(b'abc'), sum(bytearray(b'abc'), 10), max(b'abc'), min(memoryview(b'abc')), sorted(b'hello', reverse=True)[:3])
try:
    fnv1a('text')
except TypeError as e:
    print(e)
try:
    luhn('123')
except TypeError as e:
    print(e)

# == Morse and Baudot
morse = dict(zip(b'etianmsurwdkgohvf', (b'.', b'-', b'..', b'.-', b'-.', b'--', b'...', b'..-', b'.-.', b'.--', b'-..', b'-.-', b'--.', b'---', b'....', b'...-', b'..-.')))
back = {v: k for k, v in morse.items()}
def send(text):
    return b' / '.join(b' '.join(morse[c] for c in word.lower()) for word in text.split())
def receive(signal):
    return b' '.join(bytes(back[s] for s in word.split()) for word in signal.split(b'/'))
for t in (b'sos', b'The Hat', b'  odd   gaps '):
    print(send(t), receive(send(t)))
try:
    send(b'x')
except KeyError as e:
    print('KeyError', e, e.args)
try:
    receive(b'......')
except KeyError as e:
    print('KeyError', e, e.args)
print(morse[ord('s')], morse[b's'[0]], b's' in morse, 115 in morse)
bits = ''.join('1' if c == 46 else '0' for c in send(b'sos'))
print(bits, int(bits, 2).to_bytes(2, 'big'))

# == Huffman over bytes
text = b'abracadabra alakazam'
counts = {}
for c in text:
    counts[c] = counts.get(c, 0) + 1
nodes = sorted((n, bytes([c])) for c, n in counts.items())
codes = {c: '' for c in counts}
while len(nodes) > 1:
    (a, left), (b, right), *nodes = nodes
    for c in left:
        codes[c] = '0' + codes[c]
    for c in right:
        codes[c] = '1' + codes[c]
    nodes.append((a + b, left + right))
    nodes.sort()
print(nodes)
for c in sorted(codes, key=lambda c: (len(codes[c]), c)):
    print(repr(chr(c)), counts[c], codes[c])
bits = ''.join(codes[c] for c in text)
packed = int('1' + bits, 2).to_bytes(len(bits) // 8 + 1, 'big')
print(len(bits), packed)
back, out, cur = {v: k for k, v in codes.items()}, bytearray(), ''
for bit in bin(int.from_bytes(packed, 'big'))[3:]:
    cur += bit
    if cur in back:
        out.append(back[cur])
        cur = ''
print(out, out == text, cur == '')

# == LZ77, a little
def compress(data, window=32):
    i, out = 0, bytearray()
    while i < len(data):
        best, where = 0, 0
        for j in range(max(0, i - window), i):
            n = 0
            while n < 15 and i + n < len(data) and data[j + n] == data[i + n]:
                n += 1
            if n > best:
                best, where = n, i - j
        if best > 2:
            out += bytes((0x80 | best, where))
            i += best
        else:
            out.append(data[i])
            i += 1
    return bytes(out)
def expand(data):
    out, it = bytearray(), iter(data)
    for c in it:
        if c & 0x80:
            where = next(it)
            for _ in range(c & 15):
                out.append(out[-where])
        else:
            out.append(c)
    return out
for text in (b'', b'abc', b'abcabcabcabc', b'a' * 40, b'to be or not to be, that is'):
    c = compress(text)
    print(len(text), len(c), c, expand(c) == text)
try:
    expand(b'a\x83')
except Exception as e:
    print(type(e).__name__, e)
try:
    expand(b'\x83\x01')
except IndexError as e:
    print(type(e).__name__, e)

# == move to front and Burrows-Wheeler
def bwt(s):
    s += b'\0'
    rows = sorted(s[i:] + s[:i] for i in range(len(s)))
    return bytes(row[-1] for row in rows)
def ibwt(r):
    table = [b''] * len(r)
    for _ in range(len(r)):
        table = sorted(r[i:i + 1] + table[i] for i in range(len(r)))
    return next(row for row in table if row.endswith(b'\0')).rstrip(b'\0')
def mtf(data):
    alphabet = bytearray(range(256))
    out = []
    for c in data:
        i = alphabet.index(c)
        out.append(i)
        alphabet.insert(0, alphabet.pop(i))
    return out
def unmtf(codes):
    alphabet = bytearray(range(256))
    out = bytearray()
    for i in codes:
        c = alphabet.pop(i)
        out.append(c)
        alphabet.insert(0, c)
    return out
for s in (b'banana', b'abracadabra', b'x'):
    t = bwt(s)
    print(t, ibwt(t), mtf(t), unmtf(mtf(t)))
a = bytearray(b'abc')
for call in (lambda: a.index(b'z'), lambda: a.index(300), lambda: a.pop(5), lambda: a.insert(0, 256), lambda: a.insert('0', 1), lambda: a.pop(b'a'), lambda: a.remove(0), lambda: a.remove(b'a')):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
print(a)

# == a table of failures of bytes methods
import array
class Weird:
    def __init__(self, name):
        self.name = name
    def __repr__(self):
        return 'Weird(%r)' % self.name
w = Weird('w')
b = b'hello'
ba = bytearray(b'hello')
calls = [
    lambda x: x.find(w), lambda x: x.find('h'), lambda x: x.find(256), lambda x: x.find(None), lambda x: x.count([]), lambda x: x.index(b'z'),
    lambda x: x.rindex(300), lambda x: x.startswith('h'), lambda x: x.startswith([b'h']), lambda x: x.startswith((b'h', 'e')), lambda x: x.endswith(w),
    lambda x: x.join(b), lambda x: x.join(['a']), lambda x: x.join([b'a', 1]), lambda x: x.join(w), lambda x: x.join(5), lambda x: x.join([w]),
    lambda x: x.replace(b'h'), lambda x: x.replace(1, 2), lambda x: x.replace(b'h', b'j', 'x'), lambda x: x.replace('h', b'j'),
    lambda x: x.center(w), lambda x: x.center(9, 'x'), lambda x: x.center(9, b'xy'), lambda x: x.ljust(7, 65), lambda x: x.zfill(b'1'),
    lambda x: x.strip('h'), lambda x: x.strip(104), lambda x: x.lstrip(w), lambda x: x.split('l'), lambda x: x.split(b'l', w), lambda x: x.rsplit(maxsplit='1'),
    lambda x: x.translate(b'x'), lambda x: x.translate(w), lambda x: x.translate(None, w), lambda x: x.translate({1: 2}), lambda x: x.expandtabs(w), lambda x: x.expandtabs('8'),
    lambda x: x.decode(5), lambda x: x.decode('nope'), lambda x: x.decode('utf-8', 5), lambda x: x.hex(5), lambda x: x.hex('ab'), lambda x: x.hex(':', 'x'), lambda x: x.hex('\u20ac'),
    lambda x: x.splitlines(w), lambda x: x.splitlines(keepends='x'), lambda x: x.removeprefix(1), lambda x: x.removesuffix(w), lambda x: x.partition(w), lambda x: x.rpartition(''),
    lambda x: x + w, lambda x: x + 'a', lambda x: x * w, lambda x: x * 1.0, lambda x: x * 'a', lambda x: w + x, lambda x: [] + x, lambda x: x % w, lambda x: x - b, lambda x: -x,
    lambda x: x < w, lambda x: x < 'a', lambda x: x[w], lambda x: x['a'], lambda x: x[1.0], lambda x: x[99], lambda x: x[w:], lambda x: x[::0], lambda x: x['a':'b'],
    lambda x: w in x, lambda x: 'h' in x, lambda x: 256 in x, lambda x: None in x, lambda x: x(1), lambda x: x.nope, lambda x: x.find(), lambda x: x.find(1, 2, 3, 4), lambda x: x.find(sub=b'h'),
]
for i, call in enumerate(calls):
    for x in (b, ba):
        try:
            print(i, call(x))
        except Exception as e:
            print(i, type(e).__name__, e)

# == a table of failures of bytearray methods
class Weird:
    pass
w = Weird()
def t(f):
    a = bytearray(b'hello')
    try:
        r = f(a)
        print(r, a)
    except Exception as e:
        print(type(e).__name__, e, a)
def setitem(k, v):
    def f(a):
        a[k] = v
    return f
def delitem(k):
    def f(a):
        del a[k]
    return f
for k, v in ((0, 65), (0, b'A'), (0, 256), (0, -1), (0, w), (0, 'a'), (0, None), (0, 65.0), (9, 1), (-6, 1), ('a', 1), (w, 1), (None, 1), (1.5, 1), (slice(1, 3), b''), (slice(1, 3), 'ab'), (slice(1, 3), 5), (slice(1, 3), w), (slice(1, 3), [65, 66, 67]), (slice(1, 3), [256]), (slice(1, 3), ['a']), (slice(1, 3), None), (slice(None, None, 2), b'abc'), (slice(None, None, 2), b'ab'), (slice(None, None, 2), []), (slice(None, None, 0), b''), (slice('a', None), b''), (slice(1, 3), (1, 2)), (slice(1, 3), range(3)), (slice(1, 3), memoryview(b'zz')), (slice(5, 0, -1), b'abcde'), (slice(2, 2), bytearray(b'--'))):
    t(setitem(k, v))
for k in (0, 9, -9, 'a', w, None, slice(1, 3), slice(None, None, 2), slice(None, None, -2), slice(w, None), 1.0, True, 2**70):
    t(delitem(k))
for name, args in (('append', ()), ('append', (1, 2)), ('append', (256,)), ('append', ('a',)), ('append', (w,)), ('extend', (w,)), ('extend', (5,)), ('extend', ('ab',)), ('extend', ([1, 256],)), ('extend', ([1, 'a'],)), ('extend', (None,)), ('extend', ({1: 2},)), ('extend', (iter([1, 2]),)), ('insert', (0,)), ('insert', (w, 1)), ('insert', (0, 256)), ('insert', (99, 33)), ('insert', (-99, 33)), ('pop', (9,)), ('pop', ('a',)), ('pop', (-1,)), ('remove', (1,)), ('remove', ('a',)), ('remove', (256,)), ('reverse', (1,)), ('clear', (1,)), ('copy', (1,)), ('resize', ()), ('resize', (2,)), ('resize', (-1,)), ('resize', ('a',)), ('take_bytes', ()), ('take_bytes', (2,)), ('take_bytes', (9,)), ('take_bytes', ('a',)), ('nope', ())):
    t(lambda a: getattr(a, name)(*args))

# == a table of failures of memoryviews
import array
class Weird:
    pass
w = Weird()
def t(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)
for x in (w, 'a', 5, None, [1], (1,), 1.5, {}, range(3), b'ab', bytearray(2), array.array('H', [1])):
    t(memoryview, x)
m = memoryview(bytearray(range(8)))
for k in (0, 7, 8, -8, -9, 'a', w, None, 1.0, (0,), (0, 0), (), slice(1, 3), slice(None, None, 0), (slice(1, 2),), ..., True, 2**70, slice('a')):
    t(lambda: m[k])
for v in (1, 256, -1, 'a', b'a', w, None, 1.5, True):
    def f():
        m[0] = v
        return m[0]
    t(f)
for k, v in ((slice(0, 2), b'ab'), (slice(0, 2), b'abc'), (slice(0, 2), 'ab'), (slice(0, 2), 5), (slice(0, 2), [1, 2]), (slice(0, 2), array.array('H', [1])), (slice(0, 2), memoryview(b'xy')), (slice(0, 4, 2), b'zz'), (9, 1), ('a', 1)):
    def f():
        m[k] = v
        return m.tobytes()
    t(f)
for args in ((), ('B',), ('I',), ('Q',), ('x',), ('',), ('BB',), (5,), (None,), ('<I',), ('@I',), ('c',), ('?',), ('d',), ('B', [2, 4]), ('B', (2, 3)), ('B', [2, 'a']), ('B', 5), ('B', [0, 8]), ('B', [-2, -4]), ('B', []), ('H', [2, 2]), ('e',), ('P',)):
    t(lambda: m.cast(*args).shape)
for name in 'obj nbytes readonly itemsize format ndim shape strides suboffsets c_contiguous f_contiguous contiguous'.split():
    v = getattr(m, name)
    print(name, v)
    try:
        setattr(m, name, v)
    except Exception as e:
        print(type(e).__name__, e)
def delete():
    del m[0]
t(delete)
t(lambda: m + b'a')
t(lambda: m * 2)
t(lambda: m < b'a')
t(lambda: m == b'a')
t(lambda: hash(m))
t(lambda: hash(m.toreadonly()) == hash(m.tobytes()))
t(lambda: m.tobytes('X'))
t(lambda: m.tobytes(order='F'))
t(lambda: m.nope)
t(lambda: memoryview())
t(lambda: memoryview(b'a', 1))
t(lambda: memoryview(object=b'a'))
m.release()
for f in (lambda: m[0], lambda: len(m), lambda: m.tobytes(), lambda: m.cast('B'), lambda: m.nbytes, lambda: m == m, lambda: m == b'', lambda: list(m), lambda: bytes(m), lambda: 1 in m, lambda: m.hex(), lambda: memoryview(m), lambda: m.release(), lambda: bool(m), lambda: m.obj, lambda: m.toreadonly(), lambda: m.tolist(), lambda: str(m)[:10], lambda: hash(m)):
    t(f)

# == a table of failures of struct
import struct
class Index:
    def __index__(self):
        return 7
class Float:
    def __float__(self):
        return 2.5
class Weird:
    pass
w = Weird()
for code in 'cbB?hHiIlLqQnNefdspPx':
    row = []
    for v in (1, -1, 2**64, 1.5, 'a', b'a', b'ab', None, w, Index(), Float(), True, bytearray(b'z'), 1e300, float('nan')):
        try:
            row.append(struct.pack(code, v).hex())
        except Exception as e:
            row.append(type(e).__name__ + ': ' + str(e))
    print(code)
    for each in row:
        print('   ', each)
for fmt in ('', 'z', '3', '<n', '=P', '>N', '1', 'i i', ' i', 'i3', '-1i', '@@i', 'i<', '99999999999999999999i', '0s', '3s', '0p', '2p', b'i', bytearray(b'i'), 5, None, 'é', '<é', '\0', '4x', 'b3xi', '<b3xi', '!e', '?', 'i\0'):
    try:
        print(repr(fmt), struct.calcsize(fmt))
    except Exception as e:
        print(repr(fmt), type(e).__name__, e)
for args in ((), ('i',), ('i', 1, 2), ('2i', 1), ('3s',), ('3s', 'abc'), ('s', 65), ('x', 1), ('0i',), ('0i', 1), (5,), ('2h3s', 1, 2, b'x', 4)):
    try:
        print(struct.pack(*args))
    except Exception as e:
        print(type(e).__name__, e)
for args in (('i', b''), ('i', b'12345'), ('i', 'abcd'), ('i', 5), ('i', None), ('i',), (), ('3s', b'ab'), ('i', bytearray(4)), ('i', memoryview(b'abcd')), ('2c', b'ab'), ('p', b'a'), ('4p', b'\x09abc'), ('?', b'\2'), ('i', [1, 2, 3, 4])):
    try:
        print(struct.unpack(*args))
    except Exception as e:
        print(type(e).__name__, e)
buf = bytearray(6)
for args in (('i', buf, 3, 1), ('i', buf, -7, 1), ('i', buf, -3, 1), ('i', buf, -4, 1), ('i', b'123456', 0, 1), ('i', buf), ('i', buf, 'a', 1), ('i', 'abc', 0, 1), ('i', buf, 2**70, 1), ('i', buf, 6, 1), ('b', buf, 5, 200), ('i', buf, 0), ('i', None, 0, 1)):
    try:
        print(struct.pack_into(*args), buf)
    except Exception as e:
        print(type(e).__name__, e, buf)
for args in (('i', buf, 3), ('i', buf, -7), ('i', buf, -3), ('i', buf, -4), ('i', 'abc'), ('i', buf, 'a'), ('i', buf, 2**70), ('i', buf, 6), ('i',)):
    try:
        print(struct.unpack_from(*args))
    except Exception as e:
        print(type(e).__name__, e)
for args in (('i', b'12345'), ('', b''), ('0s', b'a'), ('i', 'abcd'), ('z', b''), ('i', b'')):
    try:
        print(list(struct.iter_unpack(*args)))
    except Exception as e:
        print(type(e).__name__, e)

# == a table of failures of constructors
import array
class Bytes:
    def __bytes__(self):
        return b'B'
class BadBytes:
    def __bytes__(self):
        return 'text'
class Raises:
    def __bytes__(self):
        raise ValueError('no')
class Index:
    def __index__(self):
        return 3
class BadIndex:
    def __index__(self):
        return 'x'
class Iter:
    def __iter__(self):
        return iter([1, 2])
class BadIter:
    def __iter__(self):
        return 5
class Len:
    def __len__(self):
        return 2
    def __getitem__(self, i):
        if i > 1:
            raise IndexError
        return i + 65
class Both(str):
    def __bytes__(self):
        return b'both'
class Int(int):
    pass
class Str(str):
    pass
for cls in (bytes, bytearray):
    for args in ((), (5,), (-1,), (2**70,), (1.5,), ('a',), ('a', 'ascii'), ('é', 'ascii'), ('é', 'ascii', 'replace'), ('a', 5), ('a', 'nope'), ('a', 'ascii', 5), (b'a', 'ascii'), (5, 'ascii'), (None,), (None, 'ascii'), ([1, 2],), ([256],), ([-1],), (['a'],), ([1.5],), ([None],), ([[1]],), ((1, 2),), ({1: 2},), ({65},), (range(3),), (iter([1]),), (Bytes(),), (BadBytes(),), (Raises(),), (Index(),), (BadIndex(),), (Iter(),), (BadIter(),), (Len(),), (Both('x'),), (Int(2),), (Str('s'),), (Str('s'), 'ascii'), (True,), (array.array('h', [1]),), (memoryview(b'ab')[::-1],), (b'a', 'b', 'c', 'd'), (object,), (print,), ([Index()],), ([BadIndex()],), (x for x in (1, 300)), ((x for x in (1, 300)),)):
        try:
            r = cls(*args)
            print(r)
        except Exception as e:
            print(type(e).__name__, e)
    for kw in ({'source': b'a'}, {'encoding': 'ascii'}, {'errors': 'strict'}, {'source': 'a', 'encoding': 'ascii'}, {'nope': 1}, {'source': 5, 'errors': 'x'}):
        try:
            print(cls(**kw))
        except Exception as e:
            print(type(e).__name__, e)
