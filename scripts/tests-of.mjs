/**
 * `npm run test:of -- src/ROOM/FILE.ts`: runs the test at the same path, then those of the rooms that depend on
 * it. `tests/rooms.json` names the tests of each room.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const rooms = JSON.parse(fs.readFileSync('tests/rooms.json', 'utf8'));

/** The folder of tests for a name in tests/rooms.json. */
const folderOf = (name) => (name.startsWith('conformance/') ? name : `tests/${name}`);

/** The tests of a source file or of a room's folder; null if it is neither. */
function testsOf(file) {
  const [top, room, ...rest] = path.relative('.', file).split(path.sep);
  if (top !== 'src' || !Object.hasOwn(rooms, room) || !fs.existsSync(file)) return null;
  const mirror = path.posix.join('tests', room, ...rest).replace(/\.ts$/, '.test.ts');
  return [...(fs.existsSync(mirror) ? [mirror] : []), ...rooms[room].map(folderOf)];
}

const files = process.argv.slice(2);
const wrong = files.filter((file) => testsOf(file) === null);
if (files.length === 0 || wrong.length > 0) {
  for (const file of wrong) console.error(`${file} is not a file of a room of src`);
  console.error('Usage: npm run test:of -- src/ROOM/FILE.ts ...');
  console.error(`Rooms: ${Object.keys(rooms).join(', ')}`);
  process.exitCode = 2;
} else {
  const { status } = spawnSync('npx', ['jest', ...new Set(files.flatMap(testsOf))], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
