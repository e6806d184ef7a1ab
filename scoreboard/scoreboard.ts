/**
 * `npm run scoreboard`: asks every implementation the rules and the recorded programs, and compares each line
 * with what CPython 3.15 prints. Writes results.generated.json, which the site reads, and the table in
 * README.md. `npm run scoreboard -- NAME...` asks only some and writes nothing; with `--add` it replaces their
 * former results.
 */
import { writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { MISSING } from '../scripts/cpython.mjs';
import { ask } from './ask.js';
import { implementations, judge } from './implementations/index.mjs';
import { TOPICS, programOf, readQuestions, readRules } from './questions.js';
import type { Question, Topic } from './questions.js';

/** The number of lines that equal CPython's, and of all lines. */
interface Score {
  same: number;
  all: number;
}
interface Result {
  readonly name: string;
  readonly version: string;
  readonly topics: Record<string, Score>;
  /** Lines in which CPython reports an exception: those with its class, and those with its class and text. */
  readonly errorClass: Score;
  readonly errorText: Score;
  readonly total: Score;
  /**
   * The first line that differs from CPython's, by question: its number from 0, and what was printed there.
   */
  readonly differences: Record<string, readonly [line: number, printed: string]>;
}

const ERROR = /^([A-Z]\w*(?:Error|Exception|Iteration|Exit)|error|Boom): /;

const linesOf = (printed: string) => printed.replace(/\n$/, '').split('\n');
const count = (score: Score, same: boolean) => {
  score.all++;
  if (same) score.same++;
};

function compare(
  name: string,
  version: string,
  questions: readonly Question[],
  printed: readonly string[],
  right: readonly string[],
): Result {
  const topics = Object.fromEntries(Object.keys(TOPICS).map((topic) => [topic, { same: 0, all: 0 }]));
  const result: Result = {
    name,
    version,
    topics,
    errorClass: { same: 0, all: 0 },
    errorText: { same: 0, all: 0 },
    total: { same: 0, all: 0 },
    differences: {},
  };
  questions.forEach((question, i) => {
    const found = linesOf(printed[i]!);
    const wanted = linesOf(right[i]!);
    wanted.forEach((line, at) => {
      const topic = typeof question.topics === 'string' ? question.topics : question.topics[at]!;
      const same = found[at] === line;
      count(topics[topic]!, same);
      count(result.total, same);
      const raised = ERROR.exec(line)?.[1];
      if (raised === undefined) return;
      count(result.errorClass, ERROR.exec(found[at] ?? '')?.[1] === raised);
      count(result.errorText, same);
    });
    if (printed[i] === right[i]) return;
    const differing = wanted.findIndex((line, at) => line !== found[at]);
    // Without one, it printed more than CPython.
    const at = differing < 0 ? wanted.length : differing;
    result.differences[question.id] = [at, found[at] ?? ''];
  });
  return result;
}

const percent = ({ same, all }: Score) =>
  same === all ? '100' : (Math.floor((1000 * same) / all) / 10).toFixed(1);

function table(results: readonly Result[]): string {
  const rows: [string, (result: Result) => Score][] = [
    ...(Object.entries(TOPICS) as [Topic, string][]).map(
      ([topic, name]) =>
        [name, (result: Result) => result.topics[topic]!] as [string, (result: Result) => Score],
    ),
    ['errors, by class', ({ errorClass }) => errorClass],
    ['errors, by text', ({ errorText }) => errorText],
    ['**all**', ({ total }) => total],
  ];
  const head = `| % of lines | lines | ${results.map(({ name }) => name).join(' | ')} |`;
  const rule = `|---|---:|${results.map(() => '---:').join('|')}|`;
  const body = rows.map(
    ([name, scoreOf]) =>
      `| ${name} | ${scoreOf(results[0]!).all} | ${results.map((result) => percent(scoreOf(result))).join(' | ')} |`,
  );
  return [head, rule, ...body].join('\n');
}

const options = process.argv.slice(2);
const add = options.includes('--add');
const wanted = options.filter((each) => each !== '--add');
const RECORD = join(import.meta.dirname, 'results.generated.json');
interface Recorded {
  readonly vectors: readonly { readonly id: string; readonly source: string }[];
  readonly results: readonly Result[];
}
const recorded = JSON.parse(readFileSync(RECORD, 'utf8')) as Recorded;
const rulesAsked = readRules().length;
const known = new Map(recorded.vectors.map(({ id, source }) => [id, source]));
// An added implementation answers the questions that the others answered; vectors newer than those results wait
// for the next whole run.
const questions = readQuestions().filter(
  ({ id, source }, i) => !add || i < rulesAsked || known.get(id) === source,
);
const programs = questions.map(programOf);
const right = await ask(judge.name, programs);
if (right === null) throw new Error(MISSING);
const results: Result[] = [];
for (const { name } of implementations) {
  if (wanted.length > 0 && !wanted.includes(name) && name !== judge.name) continue;
  const answer = name === judge.name ? right : await ask(name, programs);
  if (answer === null) {
    console.log(`${name}: not installed, left out`);
    continue;
  }
  const result = compare(name, answer.version, questions, answer.printed, right.printed);
  results.push(result);
  console.log(
    `${name} ${answer.version}: ${result.total.same} of ${result.total.all} lines, ${percent(result.total)} %`,
  );
}

if (add) {
  const { results: former } = recorded;
  if (former[0]?.total.all !== results[0]!.total.all) {
    throw new Error(
      'the questions have changed since the other results were written: run the scoreboard without names',
    );
  }
  const fresh = new Map(results.map((each) => [each.name, each]));
  const all = [...former.filter(({ name }) => !fresh.has(name)), ...results];
  const order = implementations.map(({ name }) => name);
  all.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  results.splice(0, results.length, ...all);
}
if (add || wanted.length === 0) {
  const date = new Date().toISOString().slice(0, 10);
  const versions = results
    .map(({ name, version }) => (name === version ? name : `${name} (${version})`))
    .join(', ');
  const rules = readRules().map((rule, i) => ({ ...rule, printed: right.printed[i]! }));
  const vectors = questions
    .map(({ id, source, topics }, i) => ({
      id,
      source,
      printed: right.printed[i]!,
      topics: [...new Set([topics].flat())],
    }))
    .slice(rules.length);
  const record = { date, topics: TOPICS, rules, vectors, results };
  writeFileSync(RECORD, `${JSON.stringify(record)}\n`);
  const readme = join(import.meta.dirname, 'README.md');
  const [before, rest] = readFileSync(readme, 'utf8').split('<!-- table -->');
  const after = rest!.slice(rest!.indexOf('<!-- /table -->'));
  const text = `${before}<!-- table -->\n\n${date}. ${versions}.\n\n${table(results)}\n\n${after}`;
  writeFileSync(readme, await format(text, { ...(await resolveConfig(readme)), parser: 'markdown' }));
}
process.exit();
