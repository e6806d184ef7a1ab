/** Instances of classes derived from int and str, whose names errors show, in a session that CPython answered. */
import { brythonWithAdapter, testSession as testOnBrython } from './brython/host.js';
import { testSession as testOnSkulpt } from './skulpt/host.js';

describe('Skulpt', () => testOnSkulpt('../derived-values'));
describe('Brython', () => testOnBrython(brythonWithAdapter(), '../derived-values'));
