/**
 * The suite in an engine without files: an earlier script sets the data, and the report goes to the engine's
 * `print`.
 */
import { run } from './suite.js';
import type { Data } from './suite.js';

declare const DATA: Data;
declare const print: (line: string) => void;
print(JSON.stringify(run(DATA)));
