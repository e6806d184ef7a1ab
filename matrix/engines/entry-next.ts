/** The suite as a module of a Next.js app, which bundles the package itself: the report as JSON. */
import found from '../../conformance/vectors/found.jsonl';
import sample from '../../conformance/vectors/sample.jsonl';
import { run } from './suite.js';

export const report = (): string => JSON.stringify(run([...sample.split('\n'), ...found.split('\n')]));
