// Ledgers: files of excused cases, one for each reason. A listed case that passes fails the run.
import fs from 'node:fs';
import path from 'node:path';

/**
 * Reads a directory of ledgers: `{ "reason": ..., "modes": [...], "cases": { name: why } }`.
 *
 * @returns the reason of each excused case, for each mode
 */
export function readLedgers(directory) {
  const modes = { bridge: new Map(), companions: new Map() };
  if (!fs.existsSync(directory)) return modes;
  for (const file of fs.readdirSync(directory).sort()) {
    const ledger = JSON.parse(fs.readFileSync(path.join(directory, file), 'utf8'));
    for (const mode of ledger.modes) {
      for (const name of Object.keys(ledger.cases)) {
        if (modes[mode].has(name)) throw new Error(`${name} is in two ledgers`);
        modes[mode].set(name, ledger.reason);
      }
    }
  }
  return modes;
}
