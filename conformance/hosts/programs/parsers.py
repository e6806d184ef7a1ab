"""Readers and writers of real formats; `expected/parsers.txt` has what CPython 3.15 prints. A line `# == title` begins one."""

# == the head of a PNG
import struct
data = (b'\x89PNG\r\n\x1a\n' + struct.pack('>I4sIIBBBBBI', 13, b'IHDR', 640, 480, 8, 6, 0, 0, 0, 0x1234)
        + struct.pack('>I4sI', 0, b'IEND', 0xae426082))
def chunks(png):
    if png[:8] != b'\x89PNG\r\n\x1a\n':
        raise ValueError('not a PNG')
    at = 8
    while at < len(png):
        length, kind = struct.unpack_from('>I4s', png, at)
        yield kind, png[at + 8:at + 8 + length]
        at += 12 + length
for kind, body in chunks(data):
    print(kind, len(body))
    if kind == b'IHDR':
        print(struct.unpack('>IIBBBBB', body))
try:
    next(chunks(b'GIF89a'))
except ValueError as e:
    print(e)

# == a WAV file in memory
import io, struct
samples = [0, 1000, -1000, 32767, -32768]
out = io.BytesIO()
body = b''.join(struct.pack('<h', s) for s in samples)
out.write(b'RIFF' + struct.pack('<I', 36 + len(body)) + b'WAVE')
out.write(b'fmt ' + struct.pack('<IHHIIHH', 16, 1, 1, 8000, 16000, 2, 16))
out.write(b'data' + struct.pack('<I', len(body)) + body)
raw = out.getvalue()
print(len(raw), raw[:12], raw[36:44])
inp = io.BytesIO(raw)
print(inp.read(4), struct.unpack('<I', inp.read(4))[0], inp.read(4))
while True:
    head = inp.read(8)
    if len(head) < 8:
        break
    name, size = struct.unpack('<4sI', head)
    content = inp.read(size)
    print(name, size, struct.unpack('<%dh' % (size // 2), content))

# == a tar header
def octal(field):
    return int(field.rstrip(b'\0 ') or b'0', 8)
header = bytearray(512)
header[0:9] = b'hello.txt'
header[100:108] = b'0000644\0'
header[124:136] = b'00000000013\0'
header[148:156] = b' ' * 8
header[257:263] = b'ustar\0'
checksum = sum(header)
header[148:156] = b'%06o\0 ' % checksum
print(header[:12], octal(header[100:108]), octal(header[124:136]), checksum, header[148:156])
print(bytes(header[:100]).rstrip(b'\0').decode(), header[257:262] == b'ustar', octal(header[148:156]) == checksum)

# == a DNS question
import struct
def encode_name(name):
    return b''.join(bytes([len(part)]) + part.encode('ascii') for part in name.split('.')) + b'\0'
def decode_name(message, at):
    parts = []
    while message[at] != 0:
        if message[at] & 0xc0 == 0xc0:
            pointer = struct.unpack_from('>H', message, at)[0] & 0x3fff
            parts.append(decode_name(message, pointer)[0])
            return '.'.join(parts), at + 2
        n = message[at]
        parts.append(message[at + 1:at + 1 + n].decode())
        at += n + 1
    return '.'.join(parts), at + 1
query = struct.pack('!6H', 0xabcd, 0x0100, 1, 0, 0, 0) + encode_name('www.example.org') + struct.pack('!2H', 1, 1)
print(query)
print(decode_name(query, 12), query[12:].hex(' '))
answer = query + b'\xc0\x0c' + struct.pack('!HHIH4s', 1, 1, 300, 4, bytes([93, 184, 216, 34]))
name, at = decode_name(answer, len(query))
kind, cls, ttl, n, ip = struct.unpack_from('!HHIH4s', answer, at)
print(name, kind, cls, ttl, '.'.join(map(str, ip)))

# == a frame of a web socket
import struct
def frame(payload, mask=None, opcode=1):
    head = bytearray([0x80 | opcode])
    n = len(payload)
    bit = 0x80 if mask else 0
    if n < 126:
        head.append(bit | n)
    elif n < 65536:
        head += bytes([bit | 126]) + struct.pack('!H', n)
    else:
        head += bytes([bit | 127]) + struct.pack('!Q', n)
    if mask:
        head += mask
        payload = bytes(b ^ mask[i % 4] for i, b in enumerate(payload))
    return bytes(head) + payload
def unframe(data):
    view = memoryview(data)
    opcode, n = view[0] & 15, view[1] & 127
    at = 2
    if n == 126:
        (n,) = struct.unpack_from('!H', view, 2)
        at = 4
    elif n == 127:
        (n,) = struct.unpack_from('!Q', view, 2)
        at = 10
    if view[1] & 0x80:
        mask = view[at:at + 4]
        at += 4
        return opcode, bytes(b ^ mask[i & 3] for i, b in enumerate(view[at:at + n]))
    return opcode, bytes(view[at:at + n])
print(frame(b'Hello'), frame(b'Hello', b'\x37\xfa\x21\x3d'), unframe(frame(b'Hello', b'\x37\xfa\x21\x3d')))
for n in (125, 126, 65535, 65536):
    f = frame(b'x' * n, opcode=2)
    print(n, f[:10].hex(), len(f), unframe(f)[0], len(unframe(f)[1]))

# == an HTTP request
raw = b'POST /submit?q=1 HTTP/1.1\r\nHost: example.org\r\nContent-Length: 11\r\nX-Odd:  spaced \r\n\r\nhello=world'
head, _, body = raw.partition(b'\r\n\r\n')
request, *lines = head.split(b'\r\n')
method, target, version = request.split(b' ')
headers = {}
for line in lines:
    key, _, value = line.partition(b':')
    headers[key.strip().lower().decode('ascii')] = value.strip()
print(method, target, version, headers)
print(body[:int(headers['content-length'])], dict(p.split(b'=') for p in body.split(b'&')))

# == chunked transfer
def unchunk(data):
    out = bytearray()
    while True:
        size, _, data = data.partition(b'\r\n')
        n = int(size, 16)
        if n == 0:
            return bytes(out)
        out += data[:n]
        data = data[n + 2:]
print(unchunk(b'4\r\nWiki\r\n6\r\npedia \r\nE\r\nin \r\n\r\nchunks.\r\n0\r\n\r\n'))
def chunk(parts):
    for p in parts:
        yield b'%x\r\n%b\r\n' % (len(p), p)
    yield b'0\r\n\r\n'
print(b''.join(chunk([b'ab', b'x' * 17])))

# == CRC-32 by table
def make_table():
    table = []
    for n in range(256):
        for _ in range(8):
            n = (n >> 1) ^ (0xedb88320 if n & 1 else 0)
        table.append(n)
    return table
TABLE = make_table()
def crc32(data):
    crc = 0xffffffff
    for byte in data:
        crc = (crc >> 8) ^ TABLE[(crc ^ byte) & 0xff]
    return crc ^ 0xffffffff
print(crc32(b''), hex(crc32(b'123456789')), hex(crc32(bytearray(b'IEND'))), hex(crc32(memoryview(b'hello'))))

# == Adler-32 and Fletcher
def adler32(data):
    a, b = 1, 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b << 16 | a
def fletcher16(data):
    x = y = 0
    for c in data:
        x = (x + c) % 255
        y = (y + x) % 255
    return y * 256 + x
print(adler32(b'Wikipedia'), fletcher16(b'abcde'), hex(adler32(bytes(1000))))

# == an IPv4 header
import struct
def checksum(data):
    if len(data) % 2:
        data += b'\0'
    total = sum(struct.unpack('!%dH' % (len(data) // 2), data))
    while total >> 16:
        total = (total & 0xffff) + (total >> 16)
    return ~total & 0xffff
header = struct.pack('!BBHHHBBH4s4s', 0x45, 0, 60, 0x1c46, 0x4000, 64, 6, 0, bytes([172, 16, 10, 99]), bytes([172, 16, 10, 12]))
c = checksum(header)
header = header[:10] + struct.pack('!H', c) + header[12:]
print(hex(c), header.hex(' ', 4), checksum(header), checksum(b'odd'))
version_ihl, *_, src, dst = struct.unpack('!BBHHHBBH4s4s', header)
print(version_ihl >> 4, version_ihl & 15, '.'.join(str(x) for x in src), '.'.join('%d' % x for x in dst))

# == MessagePack, a little
import struct
def pack(x):
    if x is None: return b'\xc0'
    if x is True: return b'\xc3'
    if x is False: return b'\xc2'
    if isinstance(x, int):
        if 0 <= x < 128: return bytes([x])
        if -32 <= x < 0: return struct.pack('b', x)
        return b'\xd3' + struct.pack('>q', x)
    if isinstance(x, float): return b'\xcb' + struct.pack('>d', x)
    if isinstance(x, str):
        raw = x.encode()
        return bytes([0xa0 | len(raw)]) + raw
    if isinstance(x, (bytes, bytearray)): return b'\xc4' + bytes([len(x)]) + x
    if isinstance(x, list): return bytes([0x90 | len(x)]) + b''.join(map(pack, x))
    if isinstance(x, dict): return bytes([0x80 | len(x)]) + b''.join(pack(k) + pack(v) for k, v in x.items())
    raise TypeError(f'cannot pack {type(x).__name__}')
print(pack([1, -1, 300, 'é', b'\xff', None, True, {'a': 1.5}]))
try:
    pack({1, 2})
except TypeError as e:
    print(e)

# == netstrings
def dump(*parts):
    return b''.join(b'%d:%b,' % (len(p), p) for p in parts)
def load(data):
    while data:
        size, sep, rest = data.partition(b':')
        if not sep or not size.isdigit():
            raise ValueError('bad length: %r' % size)
        n = int(size)
        if rest[n:n + 1] != b',':
            raise ValueError('no comma')
        yield rest[:n]
        data = rest[n + 1:]
print(dump(b'hello', b'', b'a:b'), list(load(dump(b'hello', b'', b'a:b'))))
for bad in (b'x:1,', b'3:ab'):
    try:
        list(load(bad))
    except ValueError as e:
        print(e)

# == bencode
def decode(data, at=0):
    c = data[at:at + 1]
    if c == b'i':
        end = data.index(b'e', at)
        return int(data[at + 1:end]), end + 1
    if c in (b'l', b'd'):
        items, at = [], at + 1
        while data[at:at + 1] != b'e':
            item, at = decode(data, at)
            items.append(item)
        if c == b'd':
            return dict(zip(items[::2], items[1::2])), at + 1
        return items, at + 1
    colon = data.index(b':', at)
    n = int(data[at:colon])
    return data[colon + 1:colon + 1 + n], colon + 1 + n
print(decode(b'd3:cow3:moo4:spaml1:a1:bi-42eee'))
try:
    decode(b'5')
except ValueError as e:
    print(e)

# == a BMP image
import struct
width, height = 3, 2
pixels = bytearray()
for y in range(height):
    row = bytearray()
    for x in range(width):
        row += bytes((x * 80, y * 100, 255))
    row += bytes(-len(row) % 4)
    pixels += row
header = struct.pack('<2sIHHI', b'BM', 54 + len(pixels), 0, 0, 54)
info = struct.pack('<IiiHHIIiiII', 40, width, height, 1, 24, 0, len(pixels), 2835, 2835, 0, 0)
bmp = header + info + pixels
print(type(bmp), len(bmp), bmp[:2], bmp[54:].hex(' '))
view = memoryview(bmp)[54:]
for y in range(height):
    print([tuple(view[y * 12 + x * 3:y * 12 + x * 3 + 3]) for x in range(width)])

# == run-length coding
def rle(data):
    out = bytearray()
    i = 0
    while i < len(data):
        j = i
        while j < len(data) and data[j] == data[i] and j - i < 255:
            j += 1
        out.append(j - i)
        out.append(data[i])
        i = j
    return bytes(out)
def unrle(data):
    return b''.join(bytes([v]) * n for n, v in zip(data[::2], data[1::2]))
for sample in (b'', b'a', b'aaabbc', bytes(300)):
    packed = rle(sample)
    print(packed, unrle(packed) == sample)

# == COBS
def cobs(data):
    out = bytearray()
    for block in data.split(b'\0'):
        while len(block) >= 254:
            out += b'\xff' + block[:254]
            block = block[254:]
        out.append(len(block) + 1)
        out += block
    return bytes(out)
print(cobs(b''), cobs(b'\0'), cobs(b'\x11\x22\0\x33'), cobs(b'abc'), len(cobs(b'x' * 300)))

# == SLIP
END, ESC = 0xc0, 0xdb
def slip(packet):
    out = bytearray([END])
    for byte in packet:
        if byte == END:
            out += b'\xdb\xdc'
        elif byte == ESC:
            out += b'\xdb\xdd'
        else:
            out.append(byte)
    out.append(END)
    return out
encoded = slip(b'a\xc0b\xdbc')
print(encoded, encoded.strip(b'\xc0').replace(b'\xdb\xdc', b'\xc0').replace(b'\xdb\xdd', b'\xdb'))

# == varints
def encode(n):
    out = bytearray()
    while True:
        byte = n & 0x7f
        n >>= 7
        if n:
            out.append(byte | 0x80)
        else:
            out.append(byte)
            return bytes(out)
def decode(data):
    n = shift = 0
    for i, byte in enumerate(data, 1):
        n |= (byte & 0x7f) << shift
        if not byte & 0x80:
            return n, i
        shift += 7
    raise EOFError('truncated')
for n in (0, 1, 127, 128, 300, 16384, 2 ** 28):
    print(n, encode(n), decode(encode(n) + b'rest'))
try:
    decode(b'\x80')
except EOFError as e:
    print(e)

# == a hex dump
def dump(data, width=8):
    for at in range(0, len(data), width):
        row = data[at:at + width]
        codes = ' '.join(f'{b:02x}' for b in row)
        text = ''.join(chr(b) if 32 <= b < 127 else '.' for b in row)
        print(f'{at:04x}  {codes:<{width * 3}} {text}')
dump(b'Hello, \x00\x01\x02 world \xff!')

# == XOR and Caesar
def xor(data, key):
    return bytes(a ^ key[i % len(key)] for i, a in enumerate(data))
secret = xor(b'attack at dawn', b'key')
print(secret, xor(secret, b'key'), secret.hex())
rot = bytes.maketrans(bytes(range(97, 123)), bytes((i + 13) % 26 + 97 for i in range(26)))
print(b'hello'.translate(rot), b'hello'.translate(rot).translate(rot))

# == base64 by hand
ALPHABET = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
def b64(data):
    out = bytearray()
    for i in range(0, len(data), 3):
        part = data[i:i + 3]
        n = int.from_bytes(part + bytes(3 - len(part)), 'big')
        quad = bytes(ALPHABET[n >> s & 63] for s in (18, 12, 6, 0))
        out += quad[:len(part) + 1] + b'=' * (3 - len(part))
    return bytes(out)
for s in (b'', b'f', b'fo', b'foo', b'\xff\xfe\xfd\xfc'):
    print(b64(s))

# == a ring buffer
class Ring:
    def __init__(self, size):
        self.data = bytearray(size)
        self.head = self.used = 0
    def write(self, chunk):
        for b in chunk:
            self.data[(self.head + self.used) % len(self.data)] = b
            if self.used < len(self.data):
                self.used += 1
            else:
                self.head = (self.head + 1) % len(self.data)
    def read(self):
        out = bytes(self.data[(self.head + i) % len(self.data)] for i in range(self.used))
        self.used = 0
        return out
    def __len__(self):
        return self.used
r = Ring(5)
r.write(b'abc')
print(len(r), r.read(), len(r))
r.write(b'1234567')
print(r.read(), r.data)

# == lines out of packets
class Lines:
    def __init__(self):
        self.rest = b''
    def feed(self, data):
        self.rest += data
        *lines, self.rest = self.rest.split(b'\n')
        return lines
p = Lines()
for packet in (b'he', b'llo\nwor', b'ld\n\nlast'):
    print(p.feed(packet), p.rest)

# == records with views
import struct
records = bytearray(struct.calcsize('<Hf4s') * 3)
view = memoryview(records)
size = struct.calcsize('<Hf4s')
for i in range(3):
    struct.pack_into('<Hf4s', view, i * size, i, i / 2, b'rec%d' % i)
print(records)
for i in range(3):
    print(struct.unpack_from('<Hf4s', view[i * size:(i + 1) * size]))
print([r[2].decode() for r in struct.iter_unpack('<Hf4s', records)])
view.release()
records.clear()
print(records)

# == a UUID and a MAC address
raw = bytes(range(16))
h = raw.hex()
print('-'.join((h[:8], h[8:12], h[12:16], h[16:20], h[20:])), raw.hex('-', 4))
mac = bytes.fromhex('00:1A:2b:3c:4d:5e'.replace(':', ''))
print(mac.hex(':'), mac[0] & 1, int.from_bytes(mac, 'big'), int.from_bytes(mac[:4], 'little'))

# == percent escapes
def unquote(data):
    parts = data.split(b'%')
    out = [parts[0]]
    for p in parts[1:]:
        try:
            out.append(bytes([int(p[:2], 16)]) + p[2:])
        except ValueError:
            out.append(b'%' + p)
    return b''.join(out)
def quote(text):
    return ''.join(chr(b) if chr(b).isalnum() and b < 128 else f'%{b:02X}' for b in text.encode())
print(unquote(b'caf%C3%A9%20au%zz'), unquote(b'caf%C3%A9').decode(), quote('naïve café'))

# == byte order marks
import struct
def sniff(data):
    for bom, name in ((b'\xef\xbb\xbf', 'utf-8-sig'), (b'\xff\xfe', 'utf-16-le'), (b'\xfe\xff', 'utf-16-be')):
        if data.startswith(bom):
            return name, data.decode('utf-8-sig') if name == 'utf-8-sig' else data[len(bom):].decode(name)
    return None, data.decode('latin-1')
for raw in (b'\xef\xbb\xbfabc', b'\xff\xfea\0b\0', b'\xfe\xff\0a\0b', b'plain\xe9'):
    print(sniff(raw))

# == a tiny database page
class Page:
    SIZE = 64
    def __init__(self):
        self.buf = bytearray(self.SIZE)
        self.view = memoryview(self.buf)
        self.end = self.SIZE
        self.count = 0
    def insert(self, record):
        self.end -= len(record)
        self.view[self.end:self.end + len(record)] = record
        self.view[2 * self.count:2 * self.count + 2] = self.end.to_bytes(2, 'little')
        self.count += 1
    def __getitem__(self, i):
        if not 0 <= i < self.count:
            raise IndexError(i)
        at = int.from_bytes(self.view[2 * i:2 * i + 2], 'little')
        end = self.SIZE if i == 0 else int.from_bytes(self.view[2 * i - 2:2 * i], 'little')
        return bytes(self.view[at:end])
page = Page()
for r in (b'alpha', b'be', b'gamma ray'):
    page.insert(r)
print(list(page), page.count, page.buf)

# == an image turned
w, h = 4, 2
img = memoryview(bytearray(range(w * h))).cast('B', (h, w))
turned = bytearray(w * h)
out = memoryview(turned).cast('B', (w, h))
for y in range(h):
    for x in range(w):
        out[x, h - 1 - y] = img[y, x]
print(img.tolist(), out.tolist(), turned)
