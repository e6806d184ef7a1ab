/** The calls that `npm run everywhere` makes in each engine: they cover every subpath, and hold here. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SMOKE } from '../../matrix/engines/smoke.js';

const packageJson = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as {
  exports: Record<string, unknown>;
};
const subpaths = Object.keys(packageJson.exports).filter((path) => path !== './package.json');

test('each subpath is called', () => {
  expect(Object.keys(SMOKE).sort()).toEqual(subpaths.sort());
});

test.each(Object.entries(SMOKE))('%s', (_, calls) => {
  expect(calls.length).toBeGreaterThan(0);
  for (const [call, returns] of calls) expect(String(call())).toBe(returns);
});
