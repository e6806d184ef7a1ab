"""What people ask about bytes, and the answers; `expected/answers.txt` has what CPython 3.15 prints. A line `# == title` begins one."""

# == bytes to a list and back
data = b'\x01\x02\xff'
l = list(data)
print(l, bytes(l), bytearray(l), [hex(x) for x in data], ['{:02X}'.format(x) for x in data], ''.join('%02x' % x for x in data))

# == a string of bits
data = b'\xa5\x01'
bits = ''.join(f'{x:08b}' for x in data)
print(bits, bytes(int(bits[i:i + 8], 2) for i in range(0, len(bits), 8)), format(int.from_bytes(data, 'big'), '016b'), bin(int(data.hex(), 16))[2:].zfill(16))

# == one byte of a bytes as bytes
b = b'abc'
print(b[1], b[1:2], bytes([b[1]]), b[1].to_bytes(1, 'big'), chr(b[1]).encode(), [b[i:i + 1] for i in range(len(b))], [bytes((x,)) for x in b])

# == concatenating in a loop
parts = []
out = bytearray()
acc = b''
for i in range(5):
    chunk = str(i).encode() * i
    parts.append(chunk)
    out += chunk
    acc += chunk
print(b''.join(parts) == bytes(out) == acc, acc, len(out))

# == reversing bytes and words
b = b'abcd1234'
print(b[::-1], bytes(reversed(b)), b''.join(b[i:i + 2][::-1] for i in range(0, len(b), 2)))
import array, struct
a = array.array('H', b)
a.byteswap()
print(a.tobytes(), struct.pack('>2I', *struct.unpack('<2I', b)))

# == splitting into pieces of n
data = bytes(range(10))
print([data[i:i + 4] for i in range(0, len(data), 4)], list(zip(*[iter(data)] * 3)), [bytes(x) for x in zip(data[::2], data[1::2])])

# == removing a zero padding
print(b'abc\0\0\0'.rstrip(b'\0'), b'abc\0def\0\0'.split(b'\0', 1)[0], b'\0\0ab'.lstrip(b'\x00'), b'ab'.ljust(5, b'\0'), b'abc\0'.partition(b'\0')[0].decode(), b'a\0b'.replace(b'\0', b''))

# == padding to a block
def pad(data, size=8):
    n = size - len(data) % size
    return data + bytes([n]) * n
def unpad(data):
    return data[:-data[-1]]
for d in (b'', b'1234567', b'12345678'):
    print(pad(d), unpad(pad(d)) == d)

# == checking for text
def is_text(b):
    try:
        b.decode('ascii')
        return True
    except UnicodeDecodeError:
        return False
print(is_text(b'abc'), is_text(b'\xff'), b'abc'.isascii(), all(32 <= c < 127 for c in b'ab\n'), b'\xe4'.isalpha(), b''.isascii())

# == str(b) is not decode
b = b'text'
print(str(b), b.decode(), str(b, 'ascii'), str(b)[2:-1], repr(b), '%s' % b, b.decode('ascii').upper().encode())
print("b'" in str(b), str(b) == 'text', str(b, encoding='utf-8') == 'text', ''.join(map(chr, b)))

# == escaped text to bytes
print('\\x41\\n'.encode().decode('unicode_escape'), 'ä\n'.encode('unicode_escape'), b'\\x41'.decode('unicode-escape'), 'caf\xe9'.encode('raw_unicode_escape'), b'caf\\u00e9'.decode('raw_unicode_escape'), '\xe9'.encode('latin1').decode('latin1'))

# == mojibake
s = 'café'
bad = s.encode('utf-8').decode('latin-1')
print(bad, bad.encode('latin-1').decode('utf-8'), s.encode('cp1252'), s.encode('utf-16-be').hex(), b'caf\x82'.decode('cp437'), s.encode('mac_roman'))

# == counting bytes
from collections import Counter
data = b'mississippi'
print(Counter(data)[115], data.count(b'ss'), data.count(b's'), sorted(set(data)), max(set(data), key=data.count), [(chr(c), n) for c, n in sorted(Counter(data).items())])

# == xor of two byte strings
a, b = b'\x0f\xf0\xaa', b'\xff\xff\xff'
print(bytes(x ^ y for x, y in zip(a, b)), (int.from_bytes(a, 'big') ^ int.from_bytes(b, 'big')).to_bytes(3, 'big'), bytes(map(lambda x, y: x & y, a, b)), bytes(~x & 0xff for x in a))

# == signed bytes
data = b'\x7f\x80\xff'
print([x - 256 if x > 127 else x for x in data], memoryview(data).cast('b').tolist(), bytes([-1 & 0xff]), int.from_bytes(data[2:], 'big', signed=True))
import struct
print(struct.unpack('3b', data), struct.pack('b', -2))

# == a float out of four bytes
import struct
print(struct.unpack('<f', bytes.fromhex('0000803f'))[0], struct.unpack('!d', bytes.fromhex('400921fb54442d18'))[0], struct.pack('>f', 1.0).hex(), [b for b in struct.pack('<f', -2.5)])

# == unpack gives a tuple
import struct
value, = struct.unpack('<H', b'\x01\x02')
(x,), y = struct.unpack('B', b'\x05'), struct.unpack('BB', b'\1\2')
print(value, x, y, struct.unpack('<2B', b'\1\2')[1], len(struct.unpack('<4x', bytes(4))))

# == native sizes and alignment
import struct
for fmt in ('bi', '=bi', '<bi', 'ib', 'ibi', 'bq', 'bxxxi', '@hd', '0i', 'b0i', 'P', 'l', '=l'):
    print(fmt, struct.calcsize(fmt), end='; ')
print()
print(struct.pack('bi', 1, 2), struct.pack('@b0i', 1))

# == remove an item while filtering
data = bytearray(b'a1b2c3')
print(bytes(c for c in data if chr(c).isalpha()), data.translate(None, b'0123456789'), bytearray(filter(lambda c: c > 57, data)))
while 49 in data:
    data.remove(49)
print(data)

# == the same object or a copy
a = bytearray(b'x')
l = [a] * 2
l[0].append(121)
m = [bytearray(a) for _ in range(2)]
m[0].append(122)
t = (a, b'c')
t[0].append(33)
print(l, m, t, a)

# == bytes of a file in pieces
import io
source = io.BytesIO(bytes(range(10)))
total = 0
for block in iter(lambda: source.read(4), b''):
    total += len(block)
    print(block)
print(total, source.read(1), source.tell())

# == reading into a buffer
import io
f = io.BytesIO(b'abcdefghij')
buf = bytearray(4)
view = memoryview(buf)
while n := f.readinto(buf):
    print(n, bytes(view[:n]))
print(f.readinto(view[1:3]), buf)
f.seek(0)
print(f.readinto(view[1:3]), buf)

# == patching a header
import io
f = io.BytesIO()
f.write(b'\0\0\0\0')
f.write(b'payload')
end = f.tell()
f.seek(0)
f.write((end - 4).to_bytes(4, 'little'))
print(f.getvalue(), f.tell())
f.getbuffer()[4:7] = b'PAY'
print(f.getvalue())

# == finding all places
def places(hay, needle):
    at = hay.find(needle)
    while at != -1:
        yield at
        at = hay.find(needle, at + 1)
print(list(places(b'abababa', b'aba')), [i for i, c in enumerate(b'banana') if c == 97], [i for i in range(4) if b'abab'.startswith(b'ab', i)])

# == removing a prefix
b = b'prefix-body-suffix'
print(b.removeprefix(b'prefix-').removesuffix(b'-suffix'), b.lstrip(b'prefix'), b[len(b'prefix-'):] if b.startswith(b'prefix-') else b, b.replace(b'prefix-', b'', 1))

# == comparing safely
def same(a, b):
    if len(a) != len(b):
        return False
    diff = 0
    for x, y in zip(a, b):
        diff |= x ^ y
    return diff == 0
print(same(b'abc', b'abc'), same(b'abc', bytearray(b'abd')), same(b'a', b'ab'))

# == bytes, str and dicts
d = {'a': 1, b'a': 2, 97: 3}
print(len(d), d['a'], d[b'a'], d[97], 'a' == b'a', {k.decode() if isinstance(k, bytes) else k: v for k, v in {b'x': 1, 'y': 2}.items()})

# == int to bytes of the least length
def to_bytes(n):
    return n.to_bytes((n.bit_length() + 7) // 8 or 1, 'big')
print([to_bytes(n) for n in (0, 1, 255, 256, 65536, 2 ** 32)], bytes(4)[1:], (5).to_bytes(length=2, byteorder='little'))

# == mutable default trap
def collect(x, into=bytearray()):
    into += x
    return into
print(collect(b'a'), collect(b'b'), collect(b'c', bytearray()), collect(b''))

# == slices beyond the end
b = b'abc'
print(b[10:], b[:10], b[-10:2], b[2:1], b[1:-1], b[::-2], b[-1:-4:-1], b[3:], b[:0], bytearray(b)[5:9])

# == multiplying a row
grid = [bytearray(b'.' * 3) for _ in range(2)]
grid[0][1] = ord('#')
shared = [bytearray(b'.' * 3)] * 2
shared[0][1] = 35
print(grid, shared, b'\n'.join(grid).decode())

# == rotating
b = b'abcdef'
n = 2
print(b[n:] + b[:n], b[-n:] + b[:-n])
ba = bytearray(b)
ba.append(ba.pop(0))
ba.insert(0, ba.pop())
print(ba == b, ba)

# == sorting bytes
print(bytes(sorted(b'hello')), sorted([b'10', b'9', b'1']), sorted([b'10', b'9', b'1'], key=int), bytearray(sorted(bytearray(b'cab'), reverse=True)))

# == decoding line by line
raw = 'süß\nöl\n'.encode()
for line in raw.splitlines():
    print(line, line.decode(), len(line), len(line.decode()))
print([l.decode() for l in raw.split(b'\n')])

# == mixing str and bytes
for f in (lambda: 'a' + b'b', lambda: b'a' + 'b', lambda: 'a' in b'abc', lambda: b'a' in 'abc', lambda: b'a,b'.split(','), lambda: 'a,b'.split(b','), lambda: b'a'.replace('a', 'b'), lambda: b''.join(['a']), lambda: ''.join([b'a']), lambda: b'a'.startswith('a'), lambda: 'a'.startswith(b'a'), lambda: b'a'.strip('a'), lambda: int.from_bytes('a', 'big'), lambda: bytes('a'), lambda: bytearray('a'), lambda: b'%s' % 'a', lambda: b'abc'.find('a')):
    try:
        print(f())
    except TypeError as e:
        print(e)

# == a table of characters
for i in range(32, 127, 19):
    print(i, bytes([i]), chr(i), f'{i:#x}', end=' | ')
print()
print(bytes(range(0, 256, 15)), bytes(range(5, 0, -1)))

# == a class that compares
class Version:
    def __init__(self, raw): self.raw = raw
    def __lt__(self, other): return self.raw < other.raw
    def __eq__(self, other): return isinstance(other, Version) and self.raw == other.raw
    def __hash__(self): return hash(self.raw)
    def __repr__(self): return f'Version({self.raw!r})'
vs = [Version(b'\1\2'), Version(b'\1\1'), Version(b'\1')]
print(sorted(vs), max(vs, key=lambda v: v.raw), Version(b'a') in {Version(b'a')}, len({Version(b'x'), Version(b'x')}))

# == bits and flags
flags = bytearray(2)
def set_bit(i): flags[i >> 3] |= 1 << (i & 7)
def get_bit(i): return bool(flags[i >> 3] & 1 << (i & 7))
for i in (0, 5, 15): set_bit(i)
print(flags, [i for i in range(16) if get_bit(i)], flags.hex(), sum(bin(x).count('1') for x in flags))

# == interleaving channels
left, right = b'LLL', b'RRR'
out = bytearray(6)
out[::2] = left
out[1::2] = right
print(out, out[::2], bytes(x for p in zip(left, right) for x in p))

# == bytes of a generator expression
g = (i * 2 for i in range(4))
print(bytes(g), bytes(g), bytearray(c for c in 'abc'.encode() if c != 98), bytes(map(ord, 'hey')), bytes(int(x, 16) for x in '0a ff'.split()))

# == dumping a dict of bytes
config = {b'name': b'x', b'list': [b'a', b'b'], b'none': None}
for key, value in config.items():
    print(key.decode().ljust(6), value)
print({k.decode(): v for k, v in config.items()}, list(config), config.pop(b'none', b'?'), b'none' in config)

# == int from digits in bytes
print(int(b'007'), int(b'1_000'), int(b'-0x1f', 16), int(b'0b101', 0), sum(int(x) for x in b'1 2 3'.split()), sum(d - 48 for d in b'123'), float(b'1e3'), complex('1j'))

# == global state machine
STATE = b'idle'
TRANSITIONS = {(b'idle', b'start'): b'running', (b'running', b'stop'): b'idle'}
def step(event):
    global STATE
    try:
        STATE = TRANSITIONS[STATE, event]
    except KeyError as e:
        return f'bad {e}'
    return STATE
print(step(b'start'), step(b'start'), step(b'stop'), STATE)
