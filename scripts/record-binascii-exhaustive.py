"""CPython's answers of `binascii` to all short inputs of a few letters that matter to the function.

`result` is {errors, groups}, groups are [[function, keywords, letters, beginning, ending, longest, answers], ...]: the inputs are the
beginning, then every text of up to `longest` letters, the shortest first, then the ending, all Latin-1. An answer is the result in Latin-1,
or the place of the error's class and message in `errors`.
"""
import binascii, itertools, json

URLSAFE = binascii.URLSAFE_BASE64_ALPHABET


errors = {}


def answer(run, data, options):
    try:
        return run(data, **options).decode('latin-1')
    except ValueError as e:
        return errors.setdefault(f'{type(e).__name__}: {e}', len(errors))


def written(value): return {'b': value.hex()} if isinstance(value, bytes) else value


def inputs(letters, longest):
    for length in range(longest + 1):
        for each in itertools.product(letters, repeat=length): yield ''.join(each)


def group(name, options, letters, longest, before='', after=''):
    run = getattr(binascii, name)
    answers = [answer(run, (before + each + after).encode('latin-1'), options) for each in inputs(letters, longest)]
    return [name, {key: written(value) for key, value in options.items()}, letters, before, after, longest, answers]


groups = []
for header in (False, True):
    groups += [group('a2b_qp', {'header': header}, '=\r\n aA4_g', 3), group('a2b_qp', {'header': header}, '=\rfA9', 4),
               group('a2b_qp', {'header': header}, '=0129afgAFG', 2, '=')]
    for quotetabs, istext in itertools.product((False, True), repeat=2):
        options = {'quotetabs': quotetabs, 'istext': istext, 'header': header}
        groups.append(group('b2a_qp', options, 'a=\t \r\n._\0\x1f!\x7e\x7f\xff', 2))
        groups.append(group('b2a_qp', options, 'a \r\n.', 3, 'b'))
        groups.append(group('b2a_qp', options, 'a \r\n=', 2, '\n' if header else '\r\n'))
        for room in range(0, 6): groups.append(group('b2a_qp', options, 'a= \n', 3, 'a' * (71 + room), 'bc' if quotetabs else ''))
groups += [group('a2b_uu', {}, letters, longest, before) for letters, longest, before in (
    (' !#`a\n\r_\x1f', 3, ''), (' `M\n\r~', 4, '"'), ('!`_a\x7f\xff', 3, '#  '), (' \n`x', 3, '!00'), (' \n`x', 2, '$    '))]
for backtick in (False, True):
    groups += [group('b2a_uu', {'backtick': backtick}, '\0\x01\x3f\x40\x7f\xff', 3), group('b2a_uu', {'backtick': backtick}, '\0a', 3, '\0' * 43)]
for options in ({}, {'ignorechars': b' '}, {'ignorechars': b'g\xff'}): groups.append(group('unhexlify', options, '09aAfFgG \xff/', 3))
for options in ({}, {'strict_mode': True}, {'strict_mode': False}, {'padded': False}, {'padded': False, 'strict_mode': True}, {'ignorechars': b'!'}, {'ignorechars': b'='},
                {'ignorechars': b'!=', 'padded': False}, {'canonical': True}, {'canonical': True, 'strict_mode': True}, {'canonical': True, 'padded': False},
                {'ignorechars': b'!', 'strict_mode': False}, {'alphabet': URLSAFE}):
    groups += [group('a2b_base64', options, 'AB=!', 4), group('a2b_base64', options, 'A=!', 3, 'AB/'), group('a2b_base64', options, 'Q=!-', 3, 'ABCD')]
for options in ({}, {'padded': False}, {'ignorechars': b'!'}, {'ignorechars': b'='}, {'canonical': True}, {'canonical': True, 'padded': False},
                {'ignorechars': b'!=', 'padded': False}):
    groups.append(group('a2b_base32', options, 'AB=!', 3))
    for length in (2, 3, 4, 5, 6, 7, 8): groups.append(group('a2b_base32', options, 'AB=', 3, 'MZXW6YTBOI'[:length], '=' if length % 2 else ''))
    for length in range(1, 8): groups.append(group('a2b_base32', options, 'A=!', 1, 'MZXW6YTBOI'[:length], '=' * (8 - length)))
for options in ({}, {'foldspaces': True}, {'canonical': True}, {'canonical': True, 'foldspaces': True}, {'ignorechars': b' z'}, {'ignorechars': b'y'}):
    groups += [group('a2b_ascii85', options, '!"stuyzv ', 3), group('a2b_ascii85', options, '!"z', 3, '!!'), group('a2b_ascii85', options, '!"-.', 2, 's8W')]
for options in ({'adobe': True}, {'adobe': True, 'ignorechars': b'~'}):
    groups += [group('a2b_ascii85', options, '<~>!', 4), group('a2b_ascii85', options, '<~!', 3, '', '~>')]
for options in ({}, {'canonical': True}, {'ignorechars': b' '}):
    groups += [group('a2b_base85', options, '01~}| "', 3), group('a2b_base85', options, '01 ', 3, '00'), group('a2b_base85', options, '01 "', 2, '|NsC'),
               group('a2b_base85', options, '0~ "', 2, '00000|Ns')]
for name, alphabets in (('b2a_base64', ({}, {'alphabet': URLSAFE})), ('b2a_base32', ({}, {'alphabet': binascii.BASE32HEX_ALPHABET})), ('b2a_base85', ({}, {'alphabet': binascii.Z85_ALPHABET}))):
    for options, wrapcol in itertools.product(alphabets, (0, 1, 4, 5, 7, 8, 9, 10)):
        more = {'pad': bool(wrapcol % 2)} if name == 'b2a_base85' else {'padded': wrapcol % 2 == 0}
        groups.append(group(name, {**options, **more, 'wrapcol': wrapcol}, '\0\xf8\xff', 3, '' if wrapcol % 3 else '\x10\x83abcdefg'))
for options in ({}, {'foldspaces': True}, {'pad': True}, {'adobe': True}, {'adobe': True, 'wrapcol': 1}, {'adobe': True, 'wrapcol': 2}, {'adobe': True, 'wrapcol': 3}, {'adobe': True, 'wrapcol': 4},
                {'adobe': True, 'wrapcol': 5}, {'adobe': True, 'wrapcol': 6}, {'wrapcol': 1}, {'wrapcol': 2}, {'pad': True, 'foldspaces': True, 'wrapcol': 6}):
    groups += [group('b2a_ascii85', options, '\0 \xff', 4), group('b2a_ascii85', options, '\0a', 2, '    ')]
result = json.dumps({'errors': list(errors), 'groups': groups})
