// Runs the tutorial's two programs as Python text on a host with the adapter, and stops after each line that
// makes or ends a view, to record what the program sees and how many views the library counts.
// `node --import tsx counts.mjs HOST` prints JSON. Caller: the tests of the adapters.
import { debugExports, liveViews } from 'pybuffer/protocol';
import { install as installInBrython } from 'pybuffer/brython';
import { install as installInSkulpt } from 'pybuffer/skulpt';
import { loadBrython } from './brython.mjs';
import { loadSkulpt, runnerOf as skulptRunner } from './skulpt.mjs';

const PROGRAM = `
data = bytearray('ABC', 'utf-8')
views = []

def resized():
    try:
        data.append(68)
    except BufferError as error:
        # While views are recorded, the message goes on with where they were made.
        return str(error).split('\\n')[0]
    data.pop()
    return 'resized'

def steps():
    yield 'before', resized(), data
    views.append(memoryview(data))
    yield 'a view', resized(), data
    views.append(views[0][0:2])
    yield 'two views', resized(), bytes(views[1]), list(views[0])
    views[0][1] = 90
    yield 'written', resized(), data
    views[1].release()
    yield 'one released', resized(), data
    views[0].release()
    yield 'both released', resized(), data

stepping = iter(steps())

def f():
    return repr(next(stepping))
`;

/** A function that calls the program's `f`. */
function programOn(host) {
  if (host === 'brython') {
    const $B = loadBrython();
    installInBrython($B);
    const f = $B.module_getattr($B.runPythonSource(PROGRAM, 'counts'), 'f');
    return () => String($B.$call(f));
  }
  const Sk = loadSkulpt();
  installInSkulpt(Sk);
  skulptRunner(Sk);
  const module = Sk.misceval.retryOptionalSuspensionOrThrow(
    Sk.importMainWithBody('<stdin>', false, PROGRAM, true),
  );
  return () => String(Sk.misceval.callsimArray(module.$d.f, []).v);
}

debugExports(true);
const { log } = console;
console.log = console.info = console.warn = () => undefined;
const step = programOn(process.argv[2]);
const seen = [];
for (let i = 0; i < 6; i++) seen.push([step(), liveViews().length]);
log(JSON.stringify(seen));
process.exit(0);
