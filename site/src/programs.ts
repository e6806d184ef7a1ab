/**
 * The tutorial's programs, in order, each in Python and TypeScript. Their texts are the files in `programs`.
 * Callers: the page.
 */
const texts = import.meta.glob(['../programs/*.py', '../programs/*.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
}) as Record<string, string>;

export interface Program {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly python: string;
  readonly typescript: string;
}

/** The title of each program, and what it shows. */
const SAID: Record<string, [title: string, about: string]> = {
  '01-read-through-a-view': [
    'Read through a view',
    'A memoryview of a bytearray indexes and slices its bytes. Nothing is copied until bytes() or list() asks for it.',
  ],
  '02-write-through-a-view': [
    'Write through a view',
    'Writing through the view changes the bytearray: ABC becomes AZC.',
  ],
  '03-slices-share': [
    'Slices share memory',
    'A slice of a memoryview is another window on the same bytes, so two parts of one message can be filled in separately.',
  ],
  '04-steps-forward-and-back': [
    'Steps, forward and back',
    'A slice with a step changes the stride. A negative step starts at the end and walks back.',
  ],
  '05-assign-a-slice': [
    'Assign a slice',
    'A slice takes exactly as many bytes as it has; anything else is refused and changes nothing.',
  ],
  '06-cast-to-wider-items': [
    'Cast to wider items',
    'cast() reads the same bytes as items of another size, in the byte order of the machine.',
  ],
  '07-floats-have-bytes': [
    'Floats have bytes',
    'An 8-byte float and its bytes are two views of the same memory.',
  ],
  '08-two-dimensions': ['Two dimensions', 'With a shape, the same 12 bytes are 3 rows of 4.'],
  '09-three-dimensions': [
    'Three dimensions',
    'Each dimension has a stride. The address of an item is the sum of index times stride.',
  ],
  '10-a-struct-header': [
    'A header with struct',
    'A packet with fixed fields and a body, written and read in place.',
  ],
  '11-a-file-format': [
    'A file format',
    'A bitmap of four pixels: struct writes the headers, a view of two dimensions the pixels.',
  ],
  '12-a-view-locks-its-exporter': [
    'A view locks its exporter',
    'While a view exists, the bytearray cannot be resized, because its memory would move. Its bytes can still be changed.',
  ],
  '13-with-releases': [
    'with releases',
    'A with statement releases the view at its end. A released view reads nothing and locks nothing.',
  ],
  '14-bytes-are-readonly': [
    'bytes are read-only',
    'A view of bytes is read-only, and toreadonly() makes such a view of a bytearray; it still sees every write.',
  ],
  '15-two-names-one-memory': ['Two names, one memory', 'An assignment copies nothing; bytearray() does.'],
  '16-an-error': [
    'An error and its traceback',
    'An index that is too large raises IndexError with the message of CPython.',
  ],
};

export const PROGRAMS: readonly Program[] = Object.entries(SAID).map(([name, [title, about]]) => ({
  name,
  title,
  about,
  python: texts[`../programs/${name}.py`]!,
  typescript: texts[`../programs/${name}.ts`]!,
}));
