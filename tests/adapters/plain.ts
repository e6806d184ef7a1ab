/** What has no bytes behaves with an adapter as without it. Callers: the tests of both hosts. */

/** Expressions without bytes. */
const PLAIN = [
  "sorted(dir('')) == dir(''), len(dir(C))",
  "ascii('\\U0001f600\\xe9')",
  '{[1]: 2}',
  '{(1, [])}',
  'hash([1])',
  "-'a'",
  '-5, ~5, +5',
  "unpack('x')",
  'unpack([1, 2, 3])',
  'min([])',
  'max(())',
  'len(5)',
  '[].nothing',
  'repr(ValueError(1, 2)), str(ValueError(1, 2))',
  'list(Items())',
  'ord(5)',
  "ord('ab')",
  "abs('a')",
  'round([])',
  "divmod('a', 2)",
  "'a' + 5",
  "'a' * 'b'",
  '[1] + (2,)',
  "'a,b'.split(5)",
  "','.join([1])",
  "'%d' % 'a'",
  '5 in 5',
  "1 < 'a'",
  "[1] < [2], 'a' == 1, C() == C()",
  "setattr(str, 'x', 1)",
  "sum(['a'], '')",
  "complex('x')",
  "float('x')",
  "int('x')",
  'str.upper()',
  '[].__len__.__name__',
  '[].pop.__self__',
  'list.append.__qualname__',
  '(1).__add__()',
  'dir(5) == sorted(dir(5)), dir(int) == sorted(dir(int)), dir(Items()) == sorted(dir(Items()))',
  'min(5), 1',
  'min({})',
  "max('')",
  'max(1, 2), min([3, 1]), max([1], default=2), min([], default=7)',
  "unpack([1]), 'ab'",
  'unpack({})',
  'rest([1])',
  'rest([1, 2, 3])',
  '{1, (2, [])}',
  '{*[[1]]}',
  '{1, 2, *[3, 4]}',
  'set([[1]])',
  'frozenset([[]])',
  '{1}.union([[]])',
  '{1}.add([])',
  '{}[[]]',
  '{}.get([])',
  '{}.pop([])',
  '{}.setdefault([])',
  "hash({}), hash('a') == hash('a')",
  'C().x',
  "'a'.x",
  'C.x',
  'C() < C()',
  '[] < 5',
  'C() - 5',
  '5 - C()',
  'None + 1',
  '[1] - [2]',
  "add(5, 'a')",
  'add([1], (2,))',
  'add(None, 1)',
  'round(C())',
  "pow(2, 'a')",
  'abs()',
  'int(C())',
  'float([])',
  "str(5, 'ascii')",
  'ord()',
  'ord([])',
  'slice(1, 2), slice(5).stop',
  "'a'.join(5)",
  "'a'.join([None])",
  "'a'.find(None)",
  "'a'.replace('a', 5)",
  "'a'.center(5, 5)",
  "print('a', sep=5)",
  'sum([[]], 5)',
  "sum([1], 'a')",
  'complex([])',
  'complex(C())',
  "'%s %d' % (1, 'a')",
  "'%c' % []",
  "'a' in 5",
  "5 in 'a'",
  'C() in C()',
  "repr(KeyError('a')), str(KeyError('a')), repr(Exception()), str(Exception(1, 2))",
  'list(iter([1, 2, 0].pop, 0))',
  'next(iter([]))',
  "(5).bit_length.__name__, [].append.__self__, 'a'.upper.__name__",
  'str.upper(5)',
  '-C()',
  '-5, ~True, +1.5',
  'C.__new__()',
  'str.__new__()',
];

/** Each expression, run by a program that passes through functions that the adapters have wrapped. */
const PROGRAM = `
class C:
    pass
class Items:
    def __getitem__(self, i):
        return 'ab'[i]
def unpack(x):
    a, b = x
    return a, b
def rest(x):
    a, b, *c = x
    return a, b, c
def add(x, y):
    x += y
    return x
def show(title, function):
    try:
        print(title, function())
    except Exception as error:
        print(title, type(error).__name__, error)
${PLAIN.map((text, i) => `show(${i}, lambda: (${text}))`).join('\n')}
`;

/** Declares the test of a host, of runs without the adapter and with it. */
export function testPlain(
  runs: () => readonly [(source: string) => string, (source: string) => string],
): void {
  test('values that are no bytes behave as without the adapter', () => {
    const [before, after] = runs().map((run) => {
      const printed = run(PROGRAM).split('\n');
      return PLAIN.map((each, i) => [each, printed.filter((line) => line.startsWith(`${i} `))]);
    });
    expect(after).toEqual(before);
    expect(before!.filter(([, lines]) => lines!.length === 0)).toEqual([]);
  });
}
