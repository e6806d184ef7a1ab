/**
 * What every implementation is asked: the rules of `rules/`, one Python program each, and the recorded
 * programs of `conformance/vectors`. Callers: scoreboard.ts, the test of the rules, the site.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { showingText } from '../conformance/differential/python-text.js';
import type { Step } from '../conformance/differential/program.js';
import { readVectors, FILES } from '../conformance/vectors/vector.js';

/** The topics of the table, in its order, with what they are called there. */
export const TOPICS = {
  construct: 'construct',
  index: 'index',
  slice: 'slice',
  assign: 'assign',
  search: 'search',
  split: 'split and change',
  format: 'format',
  codecs: 'codecs',
  views: 'views',
  nd: 'N dimensions',
  casts: 'casts',
  lifetimes: 'lifetimes',
  struct: 'struct',
  array: 'array and io',
} as const;
export type Topic = keyof typeof TOPICS;

/** A program, and the topic of each line that it prints. */
export interface Question {
  /** Names the question in results: `slice/2` for a rule, `vector/17` for a recorded program. */
  readonly id: string;
  readonly source: string;
  readonly topics: readonly Topic[] | Topic;
}

/** A rule of Python's bytes: what holds, why it matters, and a program that shows it. */
export interface Rule {
  readonly id: string;
  readonly topic: Topic;
  readonly title: string;
  readonly text: string;
  readonly source: string;
}

const HERE = import.meta.dirname;
const PRELUDE = readFileSync(join(HERE, 'prelude.py'), 'utf8');

/** The rules of one topic. A rule begins with `## title` and a sentence or two in comments. */
function rulesIn(topic: Topic, file: string): Rule[] {
  const sections = readFileSync(file, 'utf8').split(/^## /m).slice(1);
  return sections.map((section, i) => {
    const lines = section.trimEnd().split('\n');
    const body = lines.findIndex((line, at) => at > 0 && !line.startsWith('# '));
    return {
      id: `${topic}/${i + 1}`,
      topic,
      title: lines[0]!,
      text: lines
        .slice(1, body)
        .map((line) => line.slice(2))
        .join(' '),
      source: lines.slice(body).join('\n'),
    };
  });
}

export function readRules(): Rule[] {
  const files = readdirSync(join(HERE, 'rules'));
  return (Object.keys(TOPICS) as Topic[]).flatMap((topic) =>
    files.includes(`${topic}.py`) ? rulesIn(topic, join(HERE, `rules/${topic}.py`)) : [],
  );
}

const METHODS: Readonly<Partial<Record<Topic, string>>> = {
  assign:
    'append extend insert pop remove clear reverse copy resize take_bytes __iadd__ __imul__ __add__ __mul__ __rmul__ __setitem__ __delitem__ __alloc__',
  search:
    'find rfind index rindex count startswith endswith replace removeprefix removesuffix __contains__ __eq__ __lt__ __hash__',
  split:
    'split rsplit splitlines partition rpartition join strip lstrip rstrip translate lower upper title swapcase capitalize ' +
    'isalnum isalpha isascii isdigit islower isspace istitle isupper center ljust rjust zfill expandtabs',
  format: 'hex __repr__ __mod__ __format__ __str__',
  codecs: 'decode encode',
  lifetimes: 'release __enter__ __exit__ __buffer__',
  casts: 'cast',
  views: 'tobytes tolist toreadonly',
  index: '__getitem__ __len__ __iter__',
  construct: '__init__ __bytes__ __getnewargs__ __copy__ __reduce_ex__',
  array: 'byteswap frombytes fromlist read readinto1 readable getvalue getbuffer writelines',
};
const TOPIC_OF_METHOD = new Map(
  Object.entries(METHODS).flatMap(([topic, names]) => names.split(' ').map((name) => [name, topic as Topic])),
);
const TOPIC_OF_OPERATOR: Readonly<Record<string, Topic>> = {
  contains: 'search',
  mod: 'format',
  eq: 'search',
  ne: 'search',
  lt: 'search',
  le: 'search',
  gt: 'search',
  ge: 'search',
};
const TOPIC_OF_CALL: Readonly<Record<string, Topic>> = {
  repr: 'format',
  str: 'format',
  ascii: 'format',
  hash: 'search',
};

function topicOf(step: Step): Topic {
  switch (step.op) {
    case 'call':
      if (step.name.startsWith('struct.')) return 'struct';
      if (/^(array|io)\./.test(step.name)) return 'array';
      if (step.name === 'memoryview') return 'views';
      if (/^(bytes|bytearray|int)\b/.test(step.name)) return 'construct';
      return TOPIC_OF_CALL[step.name] ?? 'index';
    case 'operator': {
      const [, key] = step.args;
      if (/^(getitem|setitem|delitem)$/.test(step.name)) {
        if (step.name !== 'getitem') return 'assign';
        const isSlice = typeof key === 'object' && key !== null && 's' in key;
        const isTuple = typeof key === 'object' && key !== null && 't' in key;
        return isSlice ? 'slice' : isTuple ? 'nd' : 'index';
      }
      return TOPIC_OF_OPERATOR[step.name] ?? 'assign';
    }
    case 'method':
      return TOPIC_OF_METHOD.get(step.name) ?? 'index';
    case 'attribute':
      return 'views';
  }
}

/**
 * Programs with such numbers ask for gigabytes, or their answers depend on how wide the machine's sizes are;
 * hashes differ between builds.
 */
const DEPENDS_ON_THE_BUILD = /\b\d{9,19}\b|\.__hash__\(/;

/**
 * The recorded programs. Each prints a line for each step, and one for each variable in the end, which has
 * its step's topic.
 */
function vectorQuestions(): Question[] {
  return FILES.flatMap((file) => readVectors(file))
    .map(({ program }, i) => {
      const topics = program.map(topicOf);
      return { id: `vector/${i + 1}`, source: showingText(program), topics: [...topics, ...topics] };
    })
    .filter(({ source }) => !DEPENDS_ON_THE_BUILD.test(source));
}

function ruleQuestion({ id, topic, source }: Rule): Question {
  return { id, source, topics: topic };
}

/** The rules, then the recorded programs. */
export function readQuestions(): Question[] {
  return [...readRules().map(ruleQuestion), ...vectorQuestions()];
}

/** The program that an implementation runs for a question. */
export function programOf({ source }: Pick<Question, 'source'>): string {
  return `${PRELUDE}${source}\n`;
}
