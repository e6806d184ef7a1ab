/** Values that are no bytes behave on Skulpt as without the adapter. */
import { testPlain } from '../plain.js';
import { freshSkulpt, runnerOf, skulptWithAdapter } from './host.js';

testPlain(() => [runnerOf(freshSkulpt()), skulptWithAdapter()]);
