/**
 * The tutorial's editor: CodeMirror with the page's colours and a mark on the line that runs next. Callers:
 * the tutorial's page.
 */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { python } from '@codemirror/lang-python';
import { HighlightStyle, bracketMatching, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { Compartment, EditorState, StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, keymap, lineNumbers } from '@codemirror/view';
import type { DecorationSet } from '@codemirror/view';
import { tags } from '@lezer/highlight';

export type Language = 'python' | 'typescript';

const setNext = StateEffect.define<number>();
const nextLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(setNext)) continue;
      const { doc } = transaction.state;
      if (effect.value < 1 || effect.value > doc.lines) return Decoration.none;
      const mark = Decoration.line({ attributes: { class: 'next-line' } });
      return Decoration.set([mark.range(doc.line(effect.value).from)]);
    }
    return marks.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--keyword)' },
  { tag: tags.string, color: 'var(--string)' },
  { tag: [tags.number, tags.bool], color: 'var(--number)' },
  { tag: tags.comment, color: 'var(--quiet)' },
]);

const look = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--card)', fontSize: '14.5px' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '10px 0' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { backgroundColor: 'var(--card)', color: 'var(--quiet)', border: 'none' },
  '.next-line': { backgroundColor: 'var(--next)' },
});

/** The editor, with the operations that the page needs. */
export class Editor {
  private readonly view: EditorView;
  private readonly language = new Compartment();

  /**
   * @param parent the element that gets the editor
   * @param run called for Ctrl+Enter
   */
  constructor(parent: HTMLElement, run: () => void) {
    const runKey = { key: 'Mod-Enter', run: () => (run(), true) };
    this.view = new EditorView({
      parent,
      extensions: [
        lineNumbers(),
        history(),
        bracketMatching(),
        indentUnit.of('    '),
        // Tab leaves the editor, as everywhere else on the page.
        keymap.of([{ ...runKey }, { ...runKey, key: 'Ctrl-Enter' }, ...defaultKeymap, ...historyKeymap]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': 'Program', spellcheck: 'false' }),
        EditorState.tabSize.of(4),
        syntaxHighlighting(colours),
        this.language.of(python()),
        nextLine,
        look,
      ],
    });
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  show(text: string, language: Language): void {
    const support = language === 'python' ? python() : javascript({ typescript: true });
    this.view.dispatch({
      changes: { from: 0, to: this.view.state.doc.length, insert: text },
      effects: [this.language.reconfigure(support), setNext.of(0)],
    });
  }

  /** Marks the line that runs next; 0 marks none. */
  mark(line: number): void {
    this.view.dispatch({ effects: setNext.of(line) });
  }
}
