/** The sessions themselves: every value in them is shown, and so every one of them is compared. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isOfSeveral, readSession } from './sessions.js';

const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.session.txt'),
);

test.each(files)('in %s, no exception hides the values beside it', (name) => {
  const steps = readSession(readFileSync(join(__dirname, name), 'utf8')).flatMap((part) => part.steps);
  expect(steps.length).toBeGreaterThan(0);
  const hidden = steps.filter(
    (step) => /^\w*(?:[eE]rror|Exception|Iteration): /.test(step.printed) && isOfSeveral(step),
  );
  expect(hidden).toEqual([]);
});
