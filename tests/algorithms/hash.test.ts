/** Hashes are CPython's under PYTHONHASHSEED=0. */
import { hashBytes, siphash13 } from '../../src/algorithms/index.js';
import type * as Registry from '../../src/algorithms/hash-registry.js';
import { compileKernels } from '../../src/accelerate/load.js';
import { setTiers } from '../../src/accelerate/tiers.js';
import { agreed, noise, placed } from './support.js';

test('hash is the one of PYTHONHASHSEED=0', () => {
  // Recorded from 64-bit CPython: hash(bytes(i * 7 & 255 for i in range(n))).
  const recorded: [number, bigint][] = [
    [0, 0n],
    [1, 7541581120933061747n],
    [2, -3720876285294767771n],
    [3, -1332803063771371970n],
    [4, 3832673834719728815n],
    [5, -3789860340065110665n],
    [6, 3743591308447091620n],
    [7, -7027475818172449325n],
    [8, 3446975903813582154n],
    [9, -292284824462998644n],
    [15, -5079894790918243590n],
    [16, -8661954790707444835n],
    [17, 6027164928490684863n],
    [63, 1522848222275849851n],
    [64, -3279660204947752115n],
    [65, -1816331159497030714n],
    [255, 3685085648493610532n],
    [256, -7079529741177642034n],
    [257, 6713704591238265820n],
    [1000, 2432718774320802998n],
    [4099, 6288327756007073855n],
    [70001, 8829051810388099066n],
  ];
  for (const [size, hash] of recorded) {
    const [m, s, e] = placed(
      Uint8Array.from({ length: size }, (_, i) => i * 7),
      size % 4,
      1,
    );
    expect(agreed(() => siphash13(m, s, e))).toBe(hash);
    expect(hashBytes(m, s, e)).toBe(hash);
  }
});

test('hash is the same on every tier', () => {
  for (let size = 0; size < 140; size++) {
    const [m, s, e] = placed(noise(size, 256, size), size % 7, 1);
    expect(typeof agreed(() => siphash13(m, s, e))).toBe('bigint');
  }
});

test('a hash of -1 is returned as -2, because -1 means an error in C', () => {
  const { glue } = compileKernels()! as unknown as { glue: { siphash: () => bigint } };
  const { siphash } = glue;
  const before = setTiers({ natives: false, wasm: true });
  glue.siphash = () => -1n;
  try {
    expect(siphash13(noise(100), 0, 100)).toBe(-2n);
    glue.siphash = () => -3n;
    expect(siphash13(noise(100), 0, 100)).toBe(-3n);
  } finally {
    glue.siphash = siphash;
    setTiers(before);
  }
});

test('there is no hash without the part that registers it', () => {
  jest.isolateModules(() => {
    const { registerHash, registeredHash } = jest.requireActual<typeof Registry>(
      '../../src/algorithms/hash-registry.js',
    );
    expect(() => registeredHash(noise(3), 0, 3)).toThrow(
      "hash() is not in pybuffer/core: import 'pybuffer/methods' to register it",
    );
    registerHash((_, s, e) => BigInt(s + e));
    expect(registeredHash(noise(3), 1, 3)).toBe(4n);
  });
});
