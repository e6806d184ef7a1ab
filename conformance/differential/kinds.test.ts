/** The generator makes every kind of operation that it is meant to make. */
import 'pybuffer/codecs-cjk';
import { LP64, useABI } from 'pybuffer';
import { configure } from 'pybuffer/runtime';
import { callables } from './callables.js';
import { generate } from './generate/index.js';
import { Count } from './kinds.js';

const MOST = 8000;

test('8,000 programs make each kind of operation', () => {
  const abi = useABI(LP64);
  const options = configure({ floats: 'box' });
  const error = console.error;
  // The library reports exceptions from __release_buffer__ on the console, because they cannot propagate.
  console.error = () => undefined;
  const count = new Count();
  try {
    for (let n = 0; n < MOST && count.missing.length > 0; n++) {
      count.add(generate(callables, 'LP64', 315, n, 12).program, true);
    }
  } finally {
    console.error = error;
    useABI(abi);
    configure(options);
  }
  expect(count.missing).toEqual([]);
}, 120_000);
