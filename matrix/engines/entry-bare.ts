/** The suite in an engine without files: the vectors are bundled, and the report goes to the engine's own `print`. */
import found from '../../conformance/vectors/found.jsonl';
import sample from '../../conformance/vectors/sample.jsonl';
import { run } from './suite.js';

declare const print: (line: string) => void;
print(JSON.stringify(run([...sample.split('\n'), ...found.split('\n')])));
