// Lists which of CPython's test modules run, and how. run.mjs starts three processes for each entry: on the
// native final release, on rc1's own types, on ours.

/**
 * @typedef {object} Suite
 * @property {string} module name under `test`
 * @property {'bridge' | 'companions'} mode our bytes, bytearray and memoryview only, or our companions as
 *   well: struct, array, io, codecs, binascii, base64
 * @property {string} [part] name of the part of a module that runs by itself
 * @property {boolean} [isLong] whether a single test takes minutes, so that samples leave the part out
 * @property {string[]} [only] parts of names; a test runs when it has one of them
 * @property {string[]} [except] parts of names; a test that has one of them does not run
 * @property {string[]} [programs] modules of Python's library that run as programs on our types, not on
 *   CPython's
 * @property {string[]} [hidden] C modules hidden from these programs, so that the Python versions run;
 *   `name:kept` keeps one name of a module
 */

/** Tests that need gigabytes of memory, or threads. */
const HUGE = ['_over_4gb', 'test_case_md5_huge', 'thread'];

/** pickle's Python code on our types, which takes as long as three other modules together. */
const PICKLE = {
  module: 'test_pickle',
  mode: 'companions',
  programs: ['pickle', 'pickletools'],
  hidden: ['_pickle:PickleBuffer'],
};

/** Pickles of many frames take as long as all other tests together. */
const FRAMES = ['test_fram'];

/** @type {Suite[]} The longest first, so that the processes end together. */
export const SUITES = [
  { module: 'test_buffer', mode: 'bridge' },
  { module: 'test_bytes', mode: 'bridge' },
  { module: 'test_memoryview', mode: 'bridge' },
  { module: 'test_email.test_email', mode: 'bridge' },
  { module: 'test_binascii', mode: 'bridge' },
  { module: 'test_base64', mode: 'bridge' },
  { module: 'test_array', mode: 'bridge' },
  { module: 'test_struct', mode: 'bridge' },
  {
    module: 'test_io.test_memoryio',
    mode: 'companions',
    only: ['CBytesIOTest', 'PyBytesIOTest'],
    programs: ['_pyio'],
  },
  { module: 'test_array', mode: 'companions' },
  { module: 'test_struct', mode: 'companions' },
  { module: 'test_codecs', mode: 'companions' },
  { module: 'test_codeccallbacks', mode: 'companions' },
  { module: 'test_multibytecodec', mode: 'companions' },
  ...['cn', 'hk', 'iso2022', 'jp', 'kr', 'tw'].map((region) => ({
    module: `test_codecencodings_${region}`,
    mode: 'companions',
  })),
  { ...PICKLE, part: 'PyPicklerTests', only: ['.PyPicklerTests'], except: FRAMES },
  {
    ...{ ...PICKLE, part: 'PyPicklerTests, frames', isLong: true },
    only: FRAMES.map((name) => `.PyPicklerTests.${name}`),
  },
  { ...PICKLE, part: 'InMemoryPickleTests', only: ['.InMemoryPickleTests'] },
  { ...PICKLE, part: 'the others', only: ['.Py', '.CompatPickleTests'], except: ['.PyPicklerTests'] },
  { module: 'test_re', mode: 'companions' },
  { module: 'test_hashlib', mode: 'companions', except: HUGE },
  { module: 'test_base64', mode: 'companions' },
  { module: 'test_charmapcodec', mode: 'companions' },
  { module: 'test_binascii', mode: 'companions' },
  {
    module: 'test_format',
    mode: 'companions',
    only: ['test_bytes_and_bytearray', 'test_common', 'test_nul'],
  },
  { module: 'test_long', mode: 'companions', only: ['from_bytes', 'to_bytes'] },
];

/** The name of a suite in the table. */
export function title({ module, mode, part = '', programs = [] }) {
  const how = [
    part,
    mode === 'companions' ? 'our struct, array, io, codecs, binascii' : '',
    programs.length > 0 ? `${programs.join(', ')} as ${programs.length > 1 ? 'programs' : 'a program'}` : '',
  ];
  return [module, ...how.filter(Boolean)].join(', ');
}
