/**
 * The suite in an engine without files: a script before it sets the data, and the report goes to the engine's
 * own `print`.
 */
import { run } from './suite.js';
import type { Data } from './suite.js';

declare const DATA: Data;
declare const print: (line: string) => void;
print(JSON.stringify(run(DATA)));
