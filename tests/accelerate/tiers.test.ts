/** The switch of the tiers, as a new process finds it. */
import type * as Tiers from '../../src/accelerate/tiers.js';

test('all tiers are on until they are switched off, one by one', () => {
  let fresh: typeof Tiers;
  jest.isolateModules(() => {
    fresh = jest.requireActual<typeof Tiers>('../../src/accelerate/tiers.js');
  });
  const { setTiers, tiers } = fresh!;
  expect(tiers).toEqual({ natives: true, wasm: true });
  expect(setTiers({ natives: false })).toEqual({ natives: true, wasm: true });
  expect(tiers).toEqual({ natives: false, wasm: true });
  expect(setTiers({ wasm: false })).toEqual({ natives: false, wasm: true });
  expect(tiers).toEqual({ natives: false, wasm: false });
});
