/** CPython's answers about each text codec, as digests (`conformance/codecs`), and what tests of them need. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { registerHandlers } from '../../conformance/codecs/answers.js';
import { withoutStacks } from '../stacks.js';

/** By codec and kind of question. */
export const digests = JSON.parse(
  readFileSync(join(__dirname, '../../conformance/codecs/digests.generated.json'), 'utf8'),
) as Record<string, Record<string, string>>;

/** Registers the error handlers of the questions before the tests of a file, most of whose answers are errors. */
export function prepareQuestions(): void {
  beforeAll(registerHandlers);
  withoutStacks();
}
