/**
 * Every method of BytesIO, at each position, with every kind of argument, and which results are the same object.
 * scripts/record-bytes-io.mjs recorded CPython 3.15's answers.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ByteArray, Bytes } from 'pybuffer';
import { BytesIO } from 'pybuffer/io';
import { builtins, callMethod } from 'pybuffer/runtime';
import { read, shown } from '../../written.js';

type Step = [name: string, args: unknown[], answer: string];

const { calls, identities } = JSON.parse(
  readFileSync(join(__dirname, 'recorded.generated.json'), 'utf8'),
) as { calls: [content: unknown, position: number, steps: Step[]][]; identities: [unknown, Step[]][] };

const state = (stream: BytesIO) =>
  stream.closed ? 'closed' : `${builtins.repr(stream.getvalue())} ${stream.tell()}`;

function answer(content: unknown, position: number, name: string, args: unknown[]): string {
  const stream = new BytesIO(read(content) as Bytes);
  stream.seek(position);
  const before = state(stream);
  const values = args.map(read);
  const said = shown(() => callMethod(stream, name, values));
  const [into] = values;
  const filled = name.startsWith('readinto') && into instanceof ByteArray ? ` ${builtins.repr(into)}` : '';
  const after = state(stream);
  return `${said}${filled}${after === before ? '' : ` -> ${after}`}`;
}

test.each(calls)('%j at %i', (content, position, steps) => {
  const different: string[] = [];
  for (const [name, args, expected] of steps) {
    const met = answer(content, position, name, args);
    if (met !== expected.replace(/^StopIteration$/, 'StopIteration: '))
      different.push(`${name} ${JSON.stringify(args)} -> ${met}, not ${expected}`);
  }
  expect(different.slice(0, 20)).toEqual([]);
});

test.each(identities.map(([content, steps], i) => [i, content, steps] as const))(
  'which results are the same object, program %i on %j',
  (_, content, steps) => {
    const stream = new BytesIO(read(content) as Bytes);
    const held: [number, Bytes][] = [];
    const met = steps.map(([name, args], number) => {
      if (name === 'view') {
        stream.getbuffer().release();
        return '';
      }
      const value = callMethod(stream, name, args.map(read));
      if (!(value instanceof Bytes)) return builtins.repr(value);
      const same = held.find(([, other]) => other === value)?.[0] ?? number;
      held.push([number, value]);
      return `${value.length} ${value.length > 1 ? same : ''}`;
    });
    expect(met).toEqual(steps.map(([, , expected]) => expected));
  },
);
