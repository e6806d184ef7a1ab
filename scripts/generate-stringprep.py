# The tables of Lib/stringprep.py and of Unicode 3.2 that `idna` needs, as JSON. scripts/generate-stringprep.mjs runs it.
import json
import stringprep
import unicodedata

SIZE = 0x110000


def ranges(holds):
    """[first, end) of each range of code points that satisfy the predicate, flattened."""
    found = []
    inside = False
    for point in range(SIZE + 1):
        now = point < SIZE and holds(chr(point))
        if now != inside:
            found.append(point)
            inside = now
    return found


def runs():
    """[start, count, step, distance] of ranges that table B.2 maps by the same distance, and the other mappings."""
    moved, others = [], []
    for point in range(SIZE):
        if 0xD800 <= point < 0xE000 or stringprep.in_table_b1(chr(point)):
            continue
        text = stringprep.map_table_b2(chr(point))
        if text == chr(point):
            continue
        if len(text) > 1:
            others.append([point, text])
            continue
        distance = ord(text) - point
        if moved:
            start, count, step, far = last = moved[-1]
            gap = point - (start + (count - 1) * step)
            if far == distance and (gap == step or count == 1 and gap <= 2):
                last[1], last[2] = count + 1, gap
                continue
        moved.append([point, 1, 1, distance])
    return moved, others


prohibited = [getattr(stringprep, 'in_table_' + t) for t in 'c12 c22 c3 c4 c5 c6 c7 c8 c9'.split()]
old = unicodedata.ucd_3_2_0
moved, others = runs()
corrected = []
for point in range(SIZE):
    if 0xD800 <= point < 0xE000 or old.category(chr(point)) == 'Cn':
        continue
    before = old.normalize('NFKC', chr(point))
    if before != unicodedata.normalize('NFKC', chr(point)):
        corrected.append([point, before])

result = json.dumps({
    'nothing': ranges(stringprep.in_table_b1),
    'moved': moved,
    'others': others,
    'assigned': ranges(lambda c: old.category(c) != 'Cn'),
    'corrected': corrected,
    'prohibited': ranges(lambda c: any(table(c) for table in prohibited)),
    'rightToLeft': ranges(stringprep.in_table_d1),
    'leftToRight': ranges(stringprep.in_table_d2),
})
