/**
 * Exceptions across the border. An exception that crosses back is the original object again, so `raise` in
 * the host's code and `catch` in JavaScript see what was thrown, with its stack and cause.
 */
import * as ours from '../../exceptions/index.js';
import { links } from '../../exceptions/links.js';
import { error as StructError } from '../../companions/struct/index.js';
import { BinasciiError, BinasciiIncomplete } from '../../companions/binascii/index.js';
import { UnsupportedOperation } from '../../companions/io/index.js';
import type { Host, HostError } from './host.js';

type ErrorClass = new (message?: string) => ours.PyException;

/** Our classes by Python's names. {@link unicodeError} makes those with fields. */
const CLASSES = new Map<string, ErrorClass>(
  [
    ours.PyException,
    ours.PyTypeError,
    ours.PyValueError,
    ours.PyLookupError,
    ours.PyIndexError,
    ours.PyKeyError,
    ours.PyBufferError,
    ours.PyArithmeticError,
    ours.PyOverflowError,
    ours.PyZeroDivisionError,
    ours.PyMemoryError,
    ours.PyRuntimeError,
    ours.PyNotImplementedError,
    ours.PySystemError,
    ours.PyAttributeError,
    ours.PyEOFError,
    ours.PyOSError,
    ours.PyStopIteration,
    ours.PySyntaxError,
    ours.PyAssertionError,
  ].map((cls) => [new cls().name, cls]),
);

const FIELDS = ['encoding', 'object', 'start', 'end', 'reason'] as const;

/** The module of an error's class. */
function moduleOf(error: ours.PyException): string {
  if (error instanceof StructError) return 'struct';
  if (error instanceof BinasciiError || error instanceof BinasciiIncomplete) return 'binascii';
  return error instanceof UnsupportedOperation ? 'io' : 'builtins';
}

/** The exceptions of one runtime. */
export class Errors<T> {
  /** Maps our exceptions to the host's, and the reverse. */
  private readonly theirs = links();
  private readonly mine = links();
  /** The number of our notes that have crossed. */
  private readonly noted = new WeakMap<object, number>();

  constructor(
    private readonly host: Host<T, never>,
    private readonly toHost: (value: unknown) => T,
    private readonly fromHost: (object: T) => unknown,
  ) {}

  /** Converts a value that the host's code threw. Errors that are not Python's pass unchanged. */
  fromHostError(error: unknown): unknown {
    if (error instanceof ours.PyException || !isObject(error)) return error;
    const known = this.mine.get(error);
    if (known !== undefined) return known;
    const described = this.host.describeError(error);
    if (described === null) return error;
    const made = this.unicodeError(described) ?? plainError(described);
    Object.defineProperty(made, 'cause', { value: error, configurable: true, writable: true });
    this.pair(made, error);
    return made;
  }

  /** Returns the host's exception for a value that the library threw. */
  toHostError(error: unknown): unknown {
    if (!isObject(error)) return error;
    const known = this.theirs.get(error);
    if (known !== undefined) {
      this.addNotes(error, known);
      return known;
    }
    if (!(error instanceof Error)) return error;
    const made = this.make(error);
    if (made === null) return error;
    if (isObject(made)) {
      this.pair(error, made);
      // If JavaScript prints the host's exception, the cause shows where it came from.
      if (!Object.hasOwn(made, 'cause'))
        Reflect.defineProperty(made, 'cause', { value: error, configurable: true, writable: true });
    }
    return made;
  }

  /** Adds the notes that the library has made since the exception crossed. */
  private addNotes(mine: object, theirs: unknown): void {
    const notes = mine instanceof ours.PyException ? (mine.__notes__ ?? []) : [];
    const before = this.noted.get(mine) ?? 0;
    if (notes.length === before || this.host.addNote === undefined) return;
    this.noted.set(mine, notes.length);
    for (const note of notes.slice(before)) this.host.addNote(theirs, note);
  }

  /** Copies the current fields of an error to the host's counterpart, if there is one. */
  writeFields(error: ours.PyUnicodeError): void {
    const theirs = this.theirs.get(error);
    if (theirs === undefined) return;
    if (this.host.setErrorField === undefined) this.theirs.set(error, undefined);
    else for (const name of FIELDS) this.host.setErrorField(theirs, name, this.toHost(error[name]));
  }

  /** Copies the fields that the host's code has set in its counterpart of an error. */
  readFields(error: ours.PyUnicodeError): void {
    const described = this.host.describeError(this.theirs.get(error));
    if (described?.field === undefined) return;
    for (const name of FIELDS) {
      const value = this.fromHost(described.field(name) as T);
      if (value !== null && value !== error[name]) Object.assign(error, { [name]: value });
    }
  }

  private pair(mine: object, theirs: object): void {
    this.theirs.set(mine, theirs);
    this.mine.set(theirs, mine);
  }

  private make(error: Error): unknown {
    if (isStackOverflow(error)) {
      const message = 'maximum recursion depth exceeded';
      const common = { module: 'builtins', message, fields: {}, notes: [], error };
      return this.host.makeError({ name: 'RecursionError', ...common });
    }
    if (!(error instanceof ours.PyException)) return null;
    const fields: Record<string, T> = {};
    if (error instanceof ours.PyUnicodeError)
      for (const name of FIELDS) fields[name] = this.toHost(error[name]);
    const notes = [...(error.__notes__ ?? [])];
    if (notes.length > 0) this.noted.set(error, notes.length);
    return this.host.makeError({
      name: error.name,
      module: moduleOf(error),
      message: error.message,
      fields,
      notes,
      error,
    });
  }

  private unicodeError({ names, message, field }: HostError): ours.PyException | null {
    const name = names.find((each) => /^Unicode(De|En)codeError$/.test(each));
    if (name === undefined || field === undefined) return null;
    const cls = name === 'UnicodeDecodeError' ? ours.PyUnicodeDecodeError : ours.PyUnicodeEncodeError;
    const values = FIELDS.map((each) => this.fromHost(field(each) as T));
    const [encoding, object, start, end, reason] = values;
    // The host's class may have set them to anything, or not at all.
    if (typeof encoding !== 'string' || typeof start !== 'number' || typeof end !== 'number') return null;
    const made = new cls(encoding, object, start, end, String(reason));
    made.message = message;
    return made;
  }
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** Makes an error of the nearest built-in base class, under the name of the class itself. */
function plainError({ names, message }: HostError): ours.PyException {
  const known = names.find((name) => CLASSES.has(name));
  const made = new (CLASSES.get(known ?? 'Exception')!)(message);
  if (names[0] !== known && names[0] !== undefined) made.name = names[0];
  return made;
}

function isStackOverflow(error: Error): boolean {
  return (
    (error instanceof RangeError && /call stack/i.test(error.message)) ||
    // Firefox.
    error.name === 'InternalError'
  );
}
