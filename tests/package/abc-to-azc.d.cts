// Types of abc-to-azc.cjs, for its test on the source.
type Names = 'ByteArray' | 'Bytes' | 'MemoryView' | 'debugExports' | 'liveViews';

declare const abcToAzc: {
  (pybuffer: Pick<typeof import('pybuffer'), Names>): string[];
  readonly EXPECTED: readonly string[];
};

export = abcToAzc;
