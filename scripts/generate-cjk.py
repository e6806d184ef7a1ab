# The results of CPython's multi-byte codecs for every short sequence and every character, as JSON.
# scripts/generate-cjk.mjs runs it.
import json

CODECS = (
    'gb2312 gbk gb18030 big5 cp950 big5hkscs euc_kr cp949 johab euc_jp shift_jis cp932 euc_jis_2004 euc_jisx0213 shift_jis_2004 '
    'shift_jisx0213'
).split()


def single(codec, byte):
    try:
        return bytes([byte]).decode(codec)
    except UnicodeDecodeError as error:
        return None if error.reason.startswith('illegal') else 'lead'


def decoded(codec, data):
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def cells(codec, prefix, leads):
    found = {}
    for lead in leads:
        for trail in range(256):
            text = decoded(codec, prefix + bytes([lead, trail]))
            if text is not None:
                found[lead << 8 | trail] = text
    return found


def encoded(codec):
    found = {}
    for point in range(0x30000):
        if 0xD800 <= point < 0xE000:
            continue
        try:
            data = chr(point).encode(codec)
        except UnicodeEncodeError:
            continue
        if len(data) < 4:
            found[point] = int.from_bytes(data)
    return found


answers = {}
for codec in CODECS:
    singles = [single(codec, byte) for byte in range(256)]
    leads = [byte for byte in range(256) if singles[byte] == 'lead' and not (byte == 0x8F and codec.startswith('euc_j'))]
    answers[codec] = {'singles': singles, 'cells': cells(codec, b'', leads), 'encoded': encoded(codec)}
    if codec.startswith('euc_j'):
        answers[codec + '_3'] = {'cells': cells(codec, b'\x8f', range(256))}

# The ranges of the first plane that gb18030 encodes by number: first character, last character, first number.
stretches = []
for point in range(0x80, 0x10000):
    if 0xD800 <= point < 0xE000:
        continue
    data = chr(point).encode('gb18030')
    if len(data) != 4:
        continue
    number = ((data[0] - 0x81) * 10 + data[1] - 0x30) * 1260 + (data[2] - 0x81) * 10 + data[3] - 0x30
    if stretches and stretches[-1][1] == point - 1 and number - stretches[-1][2] == point - stretches[-1][0]:
        stretches[-1][1] = point
    else:
        stretches.append([point, point, number])
decodes_alike = all(
    bytes([number // 12600 + 0x81, number // 1260 % 10 + 0x30, number // 10 % 126 + 0x81, number % 10 + 0x30]).decode('gb18030')
    == chr(first)
    for first, last, number in stretches
)
result = json.dumps({'answers': answers, 'stretches': stretches, 'decodesAlike': decodes_alike})
