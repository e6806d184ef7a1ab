/** The public surface of our classes, read from their source: names, parameters, documentation. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const SRC = join(__dirname, '../../src');

/** One public method or accessor. */
export interface Member {
  readonly name: string;
  readonly kind: 'method' | 'accessor';
  readonly static: boolean;
  /** The parameters of each overload, in order. */
  readonly declarations: readonly (readonly ParameterText[])[];
  /** The documentation of all overloads. */
  readonly doc: string;
}

export interface ParameterText {
  readonly name: string;
  readonly optional: boolean;
  readonly rest: boolean;
}

function docOf(node: ts.Node, source: ts.SourceFile): string {
  const ranges = ts.getLeadingCommentRanges(source.text, node.pos) ?? [];
  return ranges.map(({ pos, end }) => source.text.slice(pos, end)).join('\n');
}

function parametersOf(node: ts.MethodDeclaration): ParameterText[] {
  return node.parameters
    .filter((parameter) => parameter.name.getText() !== 'this')
    .map((parameter) => ({
      name: parameter.name.getText(),
      optional: parameter.questionToken !== undefined || parameter.initializer !== undefined,
      rest: parameter.dotDotDotToken !== undefined,
    }));
}

/** The public members that a class declares itself, by name, without those marked internal or private. */
export function membersOf(file: string, className: string): Map<string, Member> {
  const path = join(SRC, file);
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const members = new Map<string, Member>();
  const visit = (node: ts.Node): void => {
    if (!ts.isClassDeclaration(node) || node.name?.text !== className) {
      ts.forEachChild(node, visit);
      return;
    }
    for (const member of node.members) {
      const isMethod = ts.isMethodDeclaration(member);
      const isAccessor = ts.isGetAccessorDeclaration(member) || ts.isPropertyDeclaration(member);
      if ((!isMethod && !isAccessor) || !ts.isIdentifier(member.name)) continue;
      const flags = ts.getCombinedModifierFlags(member);
      const doc = docOf(member, source);
      if ((flags & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) !== 0) continue;
      if (doc.includes('@internal')) continue;
      const name = member.name.text;
      const before = members.get(name);
      members.set(name, {
        name,
        kind: isMethod ? 'method' : 'accessor',
        static: (flags & ts.ModifierFlags.Static) !== 0,
        declarations: [...(before?.declarations ?? []), isMethod ? parametersOf(member) : []],
        doc: `${before?.doc ?? ''}\n${doc}`,
      });
    }
  };
  visit(source);
  return members;
}
