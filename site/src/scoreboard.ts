/**
 * The scoreboard's page. The fragment of the address selects the content: empty for the table, `topic/NAME`
 * for a topic's rules, the id of a rule or a vector, `differs/NAME` for the programs that an implementation
 * answers differently.
 */
import { marked } from 'marked';
import resultsUrl from '../../scoreboard/results.generated.json?url';
import { startTheme } from './theme.js';

interface Share {
  readonly same: number;
  readonly all: number;
}
interface Question {
  readonly id: string;
  readonly source: string;
  readonly printed: string;
}
/** A recorded program, with the topics of its lines. */
interface Recorded extends Question {
  readonly topics: readonly string[];
}
interface Rule extends Question {
  readonly topic: string;
  readonly title: string;
  readonly text: string;
}
interface Result {
  readonly name: string;
  readonly version: string;
  readonly topics: Record<string, Share>;
  readonly errorClass: Share;
  readonly errorText: Share;
  readonly total: Share;
  /**
   * For each question with a different answer: the index of the first line that differs, and the line
   * printed.
   */
  readonly differences: Record<string, [line: number, printed: string]>;
}
interface Results {
  readonly date: string;
  readonly topics: Record<string, string>;
  readonly rules: readonly Rule[];
  readonly vectors: readonly Recorded[];
  readonly results: readonly Result[];
}

const page = document.getElementById('page')!;
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const link = (to: string, text: string) => `<a href="#${encodeURI(to)}">${escaped(text)}</a>`;
const code = (label: string, text: string) =>
  `<pre class="code" tabindex="0" role="region" aria-label="${label}">${escaped(text)}</pre>`;
const percent = (share: Share | undefined) => {
  if (!share || share.all === 0) return '';
  if (share.same === share.all) return '100';
  // Rounded down, so that one different line is not 100 %.
  return (Math.floor((1000 * share.same) / share.all) / 10).toFixed(1);
};
/** A line of CPython's output that reports an exception. */
const ERROR = /^([A-Z]\w*(?:Error|Exception|Iteration|Exit)|error|Boom): /;
const first = '<p><a href="#">All topics</a></p>';

function table({ date, topics, results }: Results): string {
  const row = (head: string, read: (result: Result) => Share | undefined) =>
    `<tr><th scope="row">${head}</th>${results.map((each) => `<td>${percent(read(each))}</td>`).join('')}</tr>`;
  const heads = results.map(
    ({ name, version }) =>
      `<th scope="col">${link(`differs/${name}`, name)}<small>${escaped(version)}</small></th>`,
  );
  return `<h1>Scoreboard</h1>
<p class="measure">How much of what CPython 3.15 prints is printed by others, in percent of lines, by topic. Choose a topic for its rules, or an
implementation for everything in which it differs. Measured on ${escaped(date)} by <code>npm run scoreboard</code>.</p>
<div class="wide" tabindex="0" role="region" aria-label="Results by topic"><table class="scores"><thead><tr><th scope="col">topic</th>${heads.join('')}</tr></thead><tbody>
${Object.entries(topics)
  .map(([id, title]) => row(link(`topic/${id}`, title), (each) => each.topics[id]))
  .join('\n')}
${row(link('errors', 'errors, by class'), (each) => each.errorClass)}${row(link('errors', 'errors, by text'), (each) => each.errorText)}${row('all', (each) => each.total)}
</tbody></table></div>`;
}

function topicPage({ topics, rules, vectors, results }: Results, topic: string): string {
  const items = rules
    .filter((rule) => rule.topic === topic)
    .map((rule) => {
      const differ = results.filter(({ differences }) => rule.id in differences).length;
      const note = differ === 0 ? '' : ` <small>${differ} of ${results.length} differ</small>`;
      return `<li>${link(rule.id, rule.title)}${note}</li>`;
    });
  return `${first}<h1>${escaped(topics[topic] ?? topic)}</h1><ul class="measure" id="rules">${items.join('')}</ul>${proofs(vectors, topic)}`;
}

/**
 * The errors that implementations get wrong: programs with a line in which CPython raises and some
 * implementation differs.
 */
function errorsPage({ rules, vectors, results }: Results): string {
  const lists = results.map(({ name, differences, errorClass, errorText }) => {
    const items = [...rules, ...vectors].flatMap(({ id, printed }) => {
      const difference = differences[id];
      const line = difference && printed.split('\n')[difference[0]];
      if (!line || !ERROR.test(line)) return [];
      return `<li>${link(id, line)}: <code>${escaped(difference[1])}</code></li>`;
    });
    return `<details><summary>${escaped(name)}: ${percent(errorClass)} % by class, ${percent(errorText)} % by text, ${items.length} programs</summary><ul class="answers">${items.join('')}</ul></details>`;
  });
  return `${first}<h1>Errors</h1><p class="measure">Lines in which CPython tells of an exception, and what is printed there instead.</p>${lists.join('')}`;
}

/** The recorded programs with lines on a topic. */
function proofs(vectors: readonly Recorded[], topic: string): string {
  const found = vectors.filter(({ topics }) => topics.includes(topic));
  if (found.length === 0) return '';
  const items = found.map(({ id }) => `<li>${link(id, id.replace('vector/', ''))}</li>`);
  return `<h2>Recorded programs on this topic</h2><details><summary>${found.length} programs, each compared line by line with CPython</summary><ul class="numbers">${items.join('')}</ul></details>`;
}

/** The first line in which each implementation differs, beside CPython's line. */
function answers(question: Question, results: readonly Result[]): string {
  const lines = question.printed.split('\n');
  const items = results.map(({ name, differences }) => {
    const difference = differences[question.id];
    if (!difference) return `<li>${escaped(name)}: the same</li>`;
    const [line, printed] = difference;
    return `<li>${escaped(name)} differs in line ${line + 1}: <code>${escaped(printed)}</code>, where CPython has <code>${escaped(lines[line] ?? 'nothing')}</code></li>`;
  });
  return `<h2>Who differs</h2><ul class="answers">${items.join('')}</ul>`;
}

function questionPage(data: Results, question: Question): string {
  const rule = data.rules.find(({ id }) => id === question.id);
  const head = rule
    ? `<p>${link(`topic/${rule.topic}`, data.topics[rule.topic]!)}</p><h1>${escaped(rule.title)}</h1><div class="measure">${marked.parse(rule.text)}</div>`
    : `${first}<h1>Program ${escaped(question.id.split('/')[1]!)}</h1><p class="measure">One of the recorded programs.</p>`;
  return `${head}<h2>The program</h2>${code('The program', question.source)}<h2>What CPython prints</h2>${code('What CPython prints', question.printed)}${answers(question, data.results)}${rule ? proofs(data.vectors, rule.topic) : ''}`;
}

function differsPage(data: Results, result: Result): string {
  const titles = new Map(data.rules.map(({ id, title }) => [id, title]));
  const items = Object.entries(result.differences).map(
    ([id, [, printed]]) =>
      `<li>${link(id, titles.get(id) ?? id.replace('vector/', 'program '))}: <code>${escaped(printed)}</code></li>`,
  );
  const list =
    items.length === 0
      ? '<p>It answers everything as CPython 3.15 does.</p>'
      : `<ul class="answers">${items.join('')}</ul>`;
  return `${first}<h1>${escaped(result.name)}</h1><p>Version ${escaped(result.version)}; it differs in ${items.length} of ${data.rules.length + data.vectors.length} programs.</p>${list}`;
}

function show(data: Results): void {
  const route = decodeURI(location.hash.slice(1));
  const [kind, name = ''] = [route.split('/')[0], route.slice(route.indexOf('/') + 1)];
  const question = [...data.rules, ...data.vectors].find(({ id }) => id === route);
  const result = data.results.find((each) => each.name === name);
  if (question) page.innerHTML = questionPage(data, question);
  else if (route === 'errors') page.innerHTML = errorsPage(data);
  else if (kind === 'topic' && name in data.topics) page.innerHTML = topicPage(data, name);
  else if (kind === 'differs' && result) page.innerHTML = differsPage(data, result);
  else page.innerHTML = table(data);
  document.title = `${page.querySelector('h1')!.textContent} - scoreboard of Python's bytes`;
  scrollTo(0, 0);
  // Tests wait for the page of an address by this.
  document.body.dataset['route'] = route;
}

startTheme();
const data = (await (await fetch(resultsUrl)).json()) as Results;
show(data);
addEventListener('hashchange', () => {
  if (location.hash !== '#page') show(data);
});
document.body.dataset['state'] = 'ready';
