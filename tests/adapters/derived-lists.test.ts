/** Instances of classes derived from list, in a session that CPython answered. */
import { brythonWithAdapter, testSession as testOnBrython } from './brython/host.js';
import { testSession as testOnSkulpt } from './skulpt/host.js';

describe('Skulpt', () => testOnSkulpt('../derived-lists'));
describe('Brython', () => testOnBrython(brythonWithAdapter(), '../derived-lists'));
