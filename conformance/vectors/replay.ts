// Replays the recorded programs: node --import tsx conformance/vectors/replay.ts
import { takeTiers } from '../tiers.js';
import { FILES, readVectors, replay } from './vector.js';

takeTiers();
const { passed, failed, differences } = replay(FILES.flatMap(readVectors));
for (const difference of differences) console.log(`${difference}\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
