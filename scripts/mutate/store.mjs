// Stores the outcome of each mutant in `.cache/mutate` until its source file changes, so that a stopped run
// can continue, and a larger run reuses the results of a smaller one. Caller: main.mjs.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

export class Store {
  /**
   * @param {string} root the project
   * @param {import('./mutants.mjs').Mutant[]} mutants those of this run
   * @param {string} kind the generator of the mutants
   */
  constructor(root, mutants, kind) {
    this.files = new Map();
    for (const mutant of mutants) {
      if (!this.files.has(mutant.file)) this.files.set(mutant.file, []);
      this.files.get(mutant.file).push(mutant);
    }
    this.folder = path.join(root, '.cache/mutate', kind);
    this.hashes = new Map([...this.files.keys()].map((file) => [file, hashOf(path.join(root, file))]));
    fs.mkdirSync(this.folder, { recursive: true });
  }

  pathOf(file) {
    return path.join(this.folder, `${file.replaceAll('/', '.')}.${this.hashes.get(file)}.json`);
  }

  /**
   * @returns {Map<number, import('./run.mjs').Judged>} results of earlier runs by the mutant's number in this
   *   run
   */
  load() {
    const judged = new Map();
    for (const [file, mutants] of this.files) {
      const name = this.pathOf(file);
      if (!fs.existsSync(name)) continue;
      const results = JSON.parse(fs.readFileSync(name, 'utf8'));
      for (const [i, mutant] of mutants.entries()) {
        if (results[i]) judged.set(mutant.id, { ...mutant, ...results[i] });
      }
    }
    return judged;
  }

  /** @param {Map<number, import('./run.mjs').Judged>} judged */
  save(judged) {
    for (const [file, mutants] of this.files) {
      const results = mutants.map(({ id }) => {
        const one = judged.get(id);
        return one === undefined ? null : { outcome: one.outcome, killer: one.killer };
      });
      if (results.some((one) => one !== null)) fs.writeFileSync(this.pathOf(file), JSON.stringify(results));
    }
  }
}

function hashOf(file) {
  return createHash('sha256').update(fs.readFileSync(file)).digest('hex').slice(0, 16);
}
