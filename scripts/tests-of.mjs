/** `npm run test:of -- src/ROOM/FILE.ts`: runs the tests of a source file, then those of the rooms that lean on it. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

const rooms = JSON.parse(fs.readFileSync('tests/rooms.json', 'utf8'));
const tests = process.argv.slice(2).flatMap((file) => {
  const [, room, ...rest] = file.split('/');
  const folders = rooms[room];
  if (folders === undefined) throw new Error(`${file} lies in no room`);
  const mirror = `tests/${[room, ...rest].join('/').replace(/\.ts$/, '.test.ts')}`;
  return [...(fs.existsSync(mirror) ? [mirror] : []), ...folders.map((folder) => `tests/${folder}`)];
});
const { status } = spawnSync('npx', ['jest', ...new Set(tests)], { stdio: 'inherit' });
process.exitCode = status ?? 1;
