/**
 * What programs may say: the methods of each type with the kinds of their arguments. A kind with `?` may be left out; `k=kind`
 * may be given as a keyword.
 */
const SEARCH = 'sub index? index?';
const AFFIX = 'affix index? index?';

const SHARED: Readonly<Record<string, string>> = {
  capitalize: '',
  center: 'width fill?',
  count: SEARCH,
  decode: 'encoding=encoding? errors=errors?',
  endswith: AFFIX,
  expandtabs: 'tabsize=width?',
  find: SEARCH,
  hex: 'sep=separator? bytes_per_sep=small?',
  index: SEARCH,
  isalnum: '',
  isalpha: '',
  isascii: '',
  isdigit: '',
  islower: '',
  isspace: '',
  istitle: '',
  isupper: '',
  join: 'pieces',
  ljust: 'width fill?',
  lower: '',
  lstrip: 'set?',
  partition: 'bytes',
  removeprefix: 'bytes',
  removesuffix: 'bytes',
  replace: 'bytes bytes count=small?',
  rfind: SEARCH,
  rindex: SEARCH,
  rjust: 'width fill?',
  rpartition: 'bytes',
  rsplit: 'sep=set? maxsplit=small?',
  rstrip: 'set?',
  split: 'sep=set? maxsplit=small?',
  splitlines: 'keepends=bool?',
  startswith: AFFIX,
  strip: 'set?',
  swapcase: '',
  title: '',
  translate: 'table delete=bytes?',
  upper: '',
  zfill: 'width',
  __add__: 'bytes',
  __contains__: 'sub',
  __eq__: 'any',
  __getitem__: 'key',
  __lt__: 'bytes',
  __mod__: 'any',
  __mul__: 'small',
  __len__: '',
  __repr__: '',
  __rmul__: 'small',
  __getnewargs__: '',
  nonsense: '',
};

export const METHODS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  bytes: { ...SHARED, __bytes__: '', __hash__: '' },
  bytearray: {
    ...SHARED,
    append: 'byte',
    clear: '',
    copy: '',
    extend: 'content',
    insert: 'index byte',
    pop: 'index?',
    remove: 'byte',
    resize: 'size',
    reverse: '',
    take_bytes: 'count?',
    __delitem__: 'key',
    __iadd__: 'bytes',
    __imul__: 'small',
    __setitem__: 'key assigned',
    __init__: 'content?',
  },
  memoryview: {
    cast: 'format shape=shape?',
    count: 'item',
    hex: 'sep=separator? bytes_per_sep=small?',
    index: 'item index? index?',
    release: '',
    tobytes: 'order=order?',
    tolist: '',
    toreadonly: '',
    __enter__: '',
    __eq__: 'any',
    __exit__: 'any any any',
    __getitem__: 'viewkey',
    __len__: '',
    __setitem__: 'viewkey item',
    __delitem__: 'viewkey',
    __hash__: '',
    __contains__: 'item',
    __lt__: 'any',
    nonsense: '',
  },
  'array.array': {
    append: 'item',
    tobytes: '',
    tolist: '',
    pop: 'index?',
    extend: 'content',
    __getitem__: 'key',
    byteswap: '',
    reverse: '',
    frombytes: 'bytes',
  },
};

export const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  memoryview: [
    'c_contiguous',
    'contiguous',
    'f_contiguous',
    'format',
    'itemsize',
    'nbytes',
    'ndim',
    'obj',
    'readonly',
    'shape',
    'strides',
    'suboffsets',
    'nonsense',
  ],
  bytes: ['nonsense'],
  bytearray: ['nonsense'],
  'array.array': ['typecode', 'itemsize'],
};

export const BINARY = ['add', 'mul', 'mod', 'eq', 'ne', 'lt', 'le', 'gt', 'ge', 'contains', 'iadd', 'imul'];

/** Functions of one argument. */
export const FUNCTIONS = [
  'len',
  'repr',
  'str',
  'list',
  'bytes',
  'bytearray',
  'memoryview',
  'hash',
  'iter',
  'reversed',
  'next',
];

export const FORMATS = '? c b B h H i I l L q Q n N e f d P @B @i Zf Zd <i x w BB'.split(' ');
/** Codes of struct, some with a count. */
export const STRUCT_CODES = 'B b H h I i L l Q q n P ? c e f d x 3s s 0s 4p p 2B 0i w'.split(' ');
export const BYTE_ORDERS = ['<', '>', '', '@', '=', '!', '< '];
export const CASTS = 'B b c H h I i q d f ? l'.split(' ');
export const ENCODINGS = ['utf-8', 'ascii', 'latin-1', 'utf-16', 'utf-16-le', 'utf-32-be', 'utf-7x', 'UTF8'];
export const ERRORS = [
  'strict',
  'ignore',
  'replace',
  'backslashreplace',
  'surrogateescape',
  'surrogatepass',
  'nope',
];

/** Short contents in which methods find something to do. */
export const CONTENTS = [
  '',
  'a',
  'abc',
  'a b\tc\nd',
  'abcabcabc',
  'Hello World',
  '  spaced  ',
  'a,b,,c',
  '-007',
  'line\r\nline\rline\n',
  'zz\x00\xff\x80',
  '%d %s',
  'aaaaaaaaaaaaaaaa',
  '0123456789abcdef',
  'TiTle CaSe',
  '\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80',
];
export const PIECES = ['a', 'b', 'ab', 'bc', ',', ' ', '\n', '', 'abc', 'l', 'aa', '\x00', '\xff'];
