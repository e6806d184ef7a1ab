// The numbers and names that both halves of the bridge know; pybridge/wire.py has the same ones in Python. Callers:
// the files that read or write what crosses.
/** The kind of the value that crosses next; written to the control block. */
export const Tag = {
  /** A number, string, boolean or None, unchanged. */
  PLAIN: 0,
  /** An int too large for a number. */
  BIG: 1,
  FLOAT: 2,
  /** One of our objects of which Python has a proxy. */
  HANDLE: 3,
  /**
   * One of our objects of which Python has no proxy yet; its kind is the second number of the control block.
   */
  NEW_HANDLE: 4,
  /** A Python object, by its number; from Python, its type is the second number of the control block. */
  PYTHON: 5,
  /** JSON in which an array starts with its kind. */
  STRUCTURE: 6,
  /** JSON of a list, or of a tuple, of numbers and booleans. */
  PLAIN_LIST: 7,
  PLAIN_TUPLE: 8,
  NOT_IMPLEMENTED: 9,
  ELLIPSIS: 10,
  /** JSON of the real and the imaginary part. */
  COMPLEX: 11,
  /** JSON of class, message and fields. */
  ERROR: 12,
  STOP_ITERATION: 13,
  /** From Python: an array of a signature and its flat values. */
  SHAPED: 14,
  /** A NaN, as the hexadecimal digits of its bits, which some crossings would change. */
  NAN: 15,
  /** An object of a Python module, by name: `copyreg.__newobj__`. */
  NAMED: 16,
} as const;

/** The kinds of our own objects, which determine Python's proxies. */
export const Kind = { BYTES: 0, BYTEARRAY: 1, MEMORYVIEW: 2, OTHER: 3 } as const;

/** Calls back to Python other than methods by name. */
export const Operation = {
  LIST_LENGTH: 100,
  LIST_ITEM: 101,
  GET_BUFFER: 102,
  RELEASE_BUFFER: 103,
  METHOD_OF_HANDLE: 104,
  HANDLE_ERROR: 105,
  SEARCH_CODEC: 106,
  CALL_CODEC: 107,
  WARN: 108,
} as const;

/** The methods that may be called back; a method's position is the number that crosses. */
export const METHODS = [
  '__index__',
  '__bytes__',
  '__buffer__',
  '__release_buffer__',
  '__iter__',
  '__next__',
  '__len__',
  '__length_hint__',
  '__getitem__',
  '__eq__',
  '__float__',
  '__int__',
  '__complex__',
  '__repr__',
  '__str__',
  '__hash__',
  '__bool__',
  '__trunc__',
  '__radd__',
  '__rmod__',
  '__rmul__',
  '__lt__',
  '__le__',
  '__gt__',
  '__ge__',
  '__ne__',
  '__contains__',
  '__add__',
  '__mul__',
  '__setitem__',
  'read',
  'write',
  'readline',
  'seek',
] as const;
