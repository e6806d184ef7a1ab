/**
 * The kinds of operations that generated programs must contain, each with a way to recognize it. `run.ts`
 * counts them for its `--count`, and a test checks that none is missing.
 */
import { ENCODINGS } from './vocabulary/contents.js';
import type { Program, Step } from './program.js';

type Recognizes = (step: Step, text: string) => boolean;

const isCall = (step: Step, name: RegExp) => step.op === 'call' && name.test(step.name);
const isMethod = (step: Step, name: RegExp) => step.op === 'method' && name.test(step.name);

/** `text` is the step as JSON. */
const KINDS: Readonly<Record<string, Recognizes>> = {
  'BytesIO, made': (step) => isCall(step, /^io\.BytesIO$/),
  'BytesIO.getbuffer': (step) => isMethod(step, /^getbuffer$/),
  'int.from_bytes': (step) => isCall(step, /^int\.from_bytes$/),
  'int.to_bytes': (step) => isMethod(step, /^to_bytes$/),
  'Struct objects': (step) => isCall(step, /^struct\.Struct$/),
  iter_unpack: (step) => isCall(step, /iter_unpack$/) || isMethod(step, /^iter_unpack$/),
  'derived classes that override': (_, text) => /"base":"[^"]+","args":.*?"methods":\{"/.test(text),
  'views of several dimensions, made': (step, text) => isMethod(step, /^cast$/) && /"l":\[\d+,\d+/.test(text),
  'views of several dimensions, indexed': (step, text) =>
    step.op === 'operator' &&
    /item$/.test(step.name) &&
    /"args":\[\{"v":\d+\},\{"t":\[-?\d+,-?\d+/.test(text),
  '%': (step) => step.op === 'operator' && step.name === 'mod',
  '% with a width': (_, text) => /"mod"/.test(text) && formatOf(text, /%[-+ #0]*\d/),
  '% with a precision': (_, text) => /"mod"/.test(text) && formatOf(text, /%[^a-zA-Z%]*\.\d/),
  '% with *': (_, text) => /"mod"/.test(text) && formatOf(text, /%[-+ #0]*(?:\d*\.)?\*/),
  '% with a mapping': (_, text) => /"mod"/.test(text) && formatOf(text, /%\(/),
  'assignment between views': (step, text) =>
    step.op === 'operator' &&
    step.name === 'setitem' &&
    /"args":\[\{"v":\d+\},\{"s":.*\},\{"v":\d+\}\]/.test(text),
  'slices of arrays and others': (step, text) => step.op === 'operator' && /"s":\[/.test(text),
  'contents of 65,536 bytes and more': (_, text) => /"y":\["[0-9a-f]+",(?:65536|70000)\]/.test(text),
  'error handlers that are functions': (_, text) => text.includes('"h":['),
  'handlers that return something odd': (_, text) => /"h":\[.*"gives":(?:null|"text"|\{"l")/.test(text),
  'handlers that change the object': (_, text) => /"h":\[.*"setattr","args":\[\{"a":1\},"object"/.test(text),
  generators: (_, text) => text.includes('"g":['),
  'callbacks that mutate': (_, text) =>
    /"steps":\[\{[^\]]*"name":"(?:clear|extend|resize|append|pop|write|truncate|delitem|imul)"/.test(text),
  'callbacks that release': (_, text) => /"steps":\[\{[^\]]*"name":"(?:release|close)"/.test(text),
  'callbacks that raise': (_, text) => text.includes('"raises":['),
  'special methods that are None': (_, text) => /"__\w+__":null/.test(text),
  fromhex: (step) => isCall(step, /fromhex$/) || isMethod(step, /^fromhex$/),
  maketrans: (step) => isCall(step, /maketrans$/) || isMethod(step, /^maketrans$/),
  'methods of iterators': (step) => isMethod(step, /^__(?:next|length_hint|setstate)__$/),
  'constructors by keyword': (step, text) =>
    step.op === 'call' && /"kwargs":\{"(?:source|object|format|initial_bytes)"/.test(text),
  'attributes that are set': (step) => isCall(step, /^setattr$/),
  'binascii and base64': (step) => isCall(step, /^(?:binascii|base64)\./),
  'incremental codecs': (step) => isCall(step, /^codecs\.iter/),
  'incremental codecs and their states': (step) => isCall(step, /_in_steps$/),
  'codecs from bytes to bytes': (step, text) =>
    isCall(step, /^codecs\.(?:en|de)code$/) && /"(?:hex|base64|uu)"/.test(text),
  checksums: (step) => isCall(step, /^zlib\./),
  hashes: (step) => isCall(step, /^hash/),
  'keys of a dict': (step, text) => step.op === 'operator' && /"args":\[\{"d":/.test(text),
  'pickling protocols': (step) => isMethod(step, /^__reduce_ex__$/),
  'arrays and files': (step) => isMethod(step, /^(?:tofile|fromfile)$/),
  'streams, read in every way': (step) =>
    isMethod(step, /^(?:readline|readlines|readinto|read1|truncate|seek)$/),
  'a class derived from Struct': (_, text) => text.includes('"base":"struct.Struct"'),
  "exporters in Fortran's order and of odd strides": (step) => isCall(step, /^ndarray$/),
  'equality of whole views': (step, text) =>
    step.op === 'operator' && /"(?:eq|ne)","args":\[\{"v":\d+\},\{"v":\d+\}\]/.test(text),
};
for (const method of [
  '__buffer__',
  '__bytes__',
  '__float__',
  '__getitem__',
  '__index__',
  '__iter__',
  '__eq__',
  '__lt__',
  '__complex__',
  '__format__',
  '__hash__',
  '__len__',
  '__release_buffer__',
]) {
  (KINDS as Record<string, Recognizes>)[`classes with ${method}`] = (_, text) =>
    text.includes(`"${method}":[`);
}
for (const codec of ENCODINGS) {
  (KINDS as Record<string, Recognizes>)[`codec ${codec}`] = (_, text) => text.includes(`"${codec}"`);
}

/** Whether a step's format, which is bytes in hexadecimal digits, matches. */
function formatOf(text: string, pattern: RegExp): boolean {
  const hex = /"name":"mod","args":\[(?:\{"o":\{"base":"\w+","args":\[)?\{"b":"([0-9a-f]*)"/.exec(text)?.[1];
  return hex !== undefined && pattern.test(Buffer.from(hex, 'hex').toString('latin1'));
}

/** Counts the operations of each kind in programs. */
export class Count {
  readonly counts = new Map<string, number>(Object.keys(KINDS).map((kind) => [kind, 0]));

  /** @param once whether kinds that were seen already are left out, which is faster */
  add(program: Program, once = false): void {
    for (const step of program) {
      const text = JSON.stringify(step);
      for (const [kind, recognizes] of Object.entries(KINDS)) {
        if (once && this.counts.get(kind)! > 0) continue;
        if (recognizes(step, text)) this.counts.set(kind, this.counts.get(kind)! + 1);
      }
    }
  }

  /** The kinds that no program made. */
  get missing(): string[] {
    return [...this.counts].filter(([, count]) => count === 0).map(([kind]) => kind);
  }
}
