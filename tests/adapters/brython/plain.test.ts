/** Values that are no bytes behave in Brython as without the adapter. */
import { testPlain } from '../plain.js';
import { brythonWithAdapter, freshBrython, runnerOf } from './host.js';

testPlain(() => [runnerOf(freshBrython()), brythonWithAdapter()]);
