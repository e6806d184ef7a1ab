// Prints the rules, and the output of each on pybuffer, as JSON. Caller: rules.test.ts.
import { ask } from '../../scoreboard/ask.ts';
import { programOf, readRules } from '../../scoreboard/questions.ts';

const now = readRules();
const { printed } = await ask('pybuffer', now.map(programOf));
process.stdout.write(JSON.stringify({ now, printed }), () => process.exit());
