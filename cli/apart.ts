// Compares a port in a separate process, so that a port that hangs, crashes or exits counts as a difference.
// `check.ts` starts the process, in which `main.ts` calls `answerParent`.
import { spawn } from 'node:child_process';
import { APART } from './arguments.js';
import { firstDifference, nameOf, traceOf } from './compare.js';
import type { Forms, Found } from './compare.js';
import { spell } from './difference.js';
import type { Facts } from './facts.js';
import { Failure } from './failure.js';
import { loadPort } from './port.js';
import { progress } from './terminal.js';

/** The task that the separate process receives. */
interface Task {
  readonly facts: Facts;
  readonly port: string;
  readonly forms: Forms;
}

/** Its messages: the number of each call that begins, 0 for loading the port, and finally one of the others. */
type Message =
  | { readonly at: number }
  | { readonly found: Found | null }
  | { readonly failure: string }
  | { readonly stray: readonly string[] }
  | { readonly stuck: true };

const say = (message: Message): void => void process.send!(message);

/** Runs in the separate process: waits for the task, compares, and exits. */
export function answerParent(): void {
  const end = (message: Message) => process.send!(message, () => process.exit());
  // When a port awaits something that never happens, Node runs out of work.
  process.on('beforeExit', () => say({ stuck: true }));
  process.on('uncaughtException', (error) => end({ stray: [`${nameOf(error)}`, ...traceOf(error)] }));
  process.once('message', ({ facts, port: path, forms }: Task) => {
    say({ at: 0 });
    loadPort(path)
      .then((port) => firstDifference(facts, port, forms, (number) => say({ at: number })))
      .then(
        (found) => end({ found }),
        (error: unknown) => {
          if (!(error instanceof Failure)) throw error;
          end({ failure: error.message });
        },
      );
  });
}

/**
 * Compares a port in a separate process.
 *
 * @param seconds time limit for loading the port and for each call; 0 for none
 * @throws {Failure} when the port does not load
 */
export function compareApart(task: Task, seconds: number): Promise<Found | null> {
  const child = spawn(process.execPath, [...process.execArgv, process.argv[1]!, APART], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  const { steps } = task.facts;
  let at = 0;
  let timer: NodeJS.Timeout | undefined;
  let wipe = () => {};
  return new Promise<Found | null>((resolve, reject) => {
    const interrupted = () => {
      wipe();
      process.stderr.write(`pybuffer: interrupted in ${at === 0 ? task.port : describe(task.facts, at)}\n`);
      process.exit(130);
    };
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupted);
      wipe();
      child.removeAllListeners();
      child.kill('SIGKILL');
      finish();
    };
    /** The result for a port that exited or hangs, in a call or while it was loading. */
    const broke = (how: string, where: readonly string[] = []) =>
      settle(() => {
        if (at === 0) return reject(new Failure(`${task.port} does not load: it ${how}`));
        const step = steps[at - 1]!;
        const python = step.error ? `raises ${step.error[0]}: ${step.error[1]}` : spell(step.value!);
        resolve({ step, number: at, lines: [`Python  ${python}`, `port    ${how}`, ...where] });
      });
    const wait = () => {
      clearTimeout(timer);
      if (seconds > 0) timer = setTimeout(() => broke(`has not returned after ${seconds} s`), seconds * 1000);
    };
    const shown = Date.now();
    process.once('SIGINT', interrupted);
    child.once('error', (error) => settle(() => reject(new Failure(error.message))));
    child.on('message', (message: Message) => {
      if ('at' in message) {
        ({ at } = message);
        wait();
        if (at > 0 && Date.now() - shown > 1000) wipe = progress(`comparing ${describe(task.facts, at)} ...`);
      } else if ('found' in message) settle(() => resolve(message.found));
      else if ('failure' in message) settle(() => reject(new Failure(message.failure)));
      else if ('stuck' in message) broke('waits for a promise that nothing will settle');
      else broke(`raises ${message.stray[0]!}, outside of the call`, message.stray.slice(1));
    });
    child.once('exit', (status, signal) =>
      broke(signal === null ? `ended its process with status ${status}` : `was ended by ${signal}`),
    );
    child.send(task);
  });
}

const describe = ({ steps }: Facts, at: number): string =>
  `call ${at} of ${steps.length} (${steps[at - 1]!.where}): ${steps[at - 1]!.text}`;
