/** The tutorial's page: programs, their output, and their memory line by line. */
import { drawMemory } from './drawing.js';
import { Editor } from './editor.js';
import type { Language } from './editor.js';
import { startExplorer } from './explorer.js';
import type { MemoryPicture } from './memory.js';
import { PROGRAMS } from './programs.js';
import { loadPython } from './python.js';
import type { Run } from './python.js';
import { fromFragment, toFragment } from './share.js';
import { startTheme, theme } from './theme.js';
import { runTypeScript } from './typescript.js';

const $ = <Kind extends HTMLElement = HTMLElement>(id: string) => document.getElementById(id) as Kind;
const button = (id: string) => $<HTMLButtonElement>(id);
const NOTHING: MemoryPicture = { exporters: [], views: [] };

let language: Language = 'python';
let run: Run | null = null;
let step = 0;
/** Counts the requested runs, so that a run that ends after a later request is not shown. */
let asked = 0;
let explored: MemoryPicture = NOTHING;

const editor = new Editor($('editor'), () => void runProgram());
const select = $<HTMLSelectElement>('program');
for (const { name, title } of PROGRAMS) select.add(new Option(title, name));

const columnsOf = (place: HTMLElement) => Math.min(16, Math.floor((place.clientWidth - 34) / 46));

function draw(place: HTMLElement, memory: MemoryPicture, before: MemoryPicture | null = null): void {
  place.innerHTML = drawMemory(memory, { theme: theme(), columns: columnsOf(place), before });
}

function setLanguage(next: Language): void {
  language = next;
  for (const each of ['python', 'typescript'] as const) {
    button(each).setAttribute('aria-pressed', String(each === next));
  }
}

function showProgram(): void {
  const program = PROGRAMS.find(({ name }) => name === select.value)!;
  $('chosen').textContent = program.title;
  $('about').textContent = program.about;
  editor.show(program[language].trimEnd(), language);
  void runProgram();
}

async function runProgram(): Promise<void> {
  const { text } = editor;
  const number = ++asked;
  document.body.dataset['state'] = 'running';
  if (language === 'python') $('position').textContent = 'Python is loading';
  try {
    const ended = language === 'python' ? (await loadPython())(text) : await runTypeScript(text);
    if (number !== asked) return;
    run = ended;
    showStep(run.steps.length - 1);
    document.body.dataset['state'] = 'ready';
  } catch (error) {
    if (number !== asked) return;
    $('position').textContent = String(error);
    document.body.dataset['state'] = 'failed';
  }
}

/** Shows a run at one of its steps: the memory, the output so far, and the next line. */
function showStep(next: number): void {
  if (run === null) return;
  step = Math.max(0, Math.min(next, run.steps.length - 1));
  const { line, memory, output } = run.steps[step]!;
  const before = run.steps[step - 1]?.memory ?? null;
  draw($('memory'), memory, before);
  $('output').textContent = output;
  if (step === run.steps.length - 1 && run.traceback !== '') {
    const part = Object.assign(document.createElement('span'), {
      className: 'traceback',
      textContent: run.traceback,
    });
    $('output').append(part);
  }
  editor.mark(line);
  button('back').disabled = step === 0;
  button('forward').disabled = step === run.steps.length - 1;
  $('position').textContent =
    run.steps.length === 1
      ? ''
      : line === 0
        ? 'Ended'
        : `Step ${step + 1} of ${run.steps.length}: line ${line} is next`;
  document.body.dataset['line'] = String(line);
  document.body.dataset['step'] = String(step);
}

async function copy(from: HTMLElement, text: string): Promise<void> {
  const label = from.textContent;
  try {
    await navigator.clipboard.writeText(text);
    from.textContent = 'Copied';
  } catch {
    from.textContent = 'The browser did not allow it';
  }
  setTimeout(() => (from.textContent = label), 1500);
}

select.addEventListener('change', showProgram);
for (const each of ['python', 'typescript'] as const) {
  button(each).addEventListener('click', () => {
    setLanguage(each);
    showProgram();
  });
}
button('run').addEventListener('click', () => void runProgram());
button('back').addEventListener('click', () => showStep(step - 1));
button('forward').addEventListener('click', () => showStep(step + 1));
button('copy').addEventListener('click', () => void copy(button('copy'), $('memory').innerHTML));
button('share').addEventListener('click', () => {
  history.replaceState(null, '', toFragment({ language, text: editor.text }));
  void copy(button('share'), location.href);
});

function redraw(): void {
  showStep(step);
  draw($('strides'), explored);
}
addEventListener('resize', redraw);

startTheme(redraw);
startExplorer($('controls'), $('arithmetic'), (memory) => {
  explored = memory;
  draw($('strides'), memory);
});
const shared = fromFragment(location.hash);
if (shared === null) showProgram();
else {
  setLanguage(shared.language);
  $('chosen').textContent = 'A shared program';
  $('about').textContent =
    'This program came with the link. Choose a program above to continue the tutorial.';
  editor.show(shared.text, shared.language);
  document.body.dataset['state'] = 'waiting';
}
