// Replays the recorded programs: node --import tsx conformance/vectors/replay.ts
import 'pybuffer/codecs-cjk';
import { takeTiers } from '../tiers.js';
import { FILES, SHAPED, WIDE_SAMPLE, readCalls, readVectors, replay } from './vector.js';

takeTiers();
const { passed, failed, differences } = replay([
  ...[...FILES, WIDE_SAMPLE, SHAPED].flatMap(readVectors),
  ...readCalls(),
]);
for (const difference of differences) console.log(`${difference}\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
