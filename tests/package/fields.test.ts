/** Which definitions of fields the build removes: those that the constructor of a class without a base assigns. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const RUN = `
  import { parseAst } from 'rollup/parseAst';
  import { fields } from './scripts/build/fields.mjs';
  const codes = JSON.parse(process.argv[1]);
  console.log(JSON.stringify(codes.map((code) => fields.transform.call({ parse: parseAst }, code)?.code ?? code)));
`;

function transformed(...codes: string[]): string[] {
  const args = ['--input-type=module', '-e', RUN, JSON.stringify(codes)];
  const output = execFileSync(process.execPath, args, {
    cwd: join(__dirname, '../..'),
    encoding: 'utf8',
  });
  return JSON.parse(output) as string[];
}

test('a field that the constructor assigns is not defined before', () => {
  expect(
    transformed(
      'class A { a; b; constructor(a) { this.a = a; } }',
      'const f = () => class { a; #b = 1; constructor(a) { check(a); this.a = a; } };',
    ),
  ).toEqual([
    'class A {  b; constructor(a) { this.a = a; } }',
    'const f = () => class {  #b = 1; constructor(a) { check(a); this.a = a; } };',
  ]);
});

test('every other field stays', () => {
  const kept = [
    'class A extends B { a; constructor(a) { super(); this.a = a; } }',
    'class A { a = 1; constructor(a) { this.a = a; } }',
    'class A { static a; constructor(a) { this.a = a; } }',
    'class A { [a]; constructor() { this[a] = 1; this.b = 2; } }',
    'class A { a; constructor(a) { if (a) this.a = a; } }',
    'class A { a; set(a) { this.a = a; } }',
    'class A { #a; constructor(a) { this.#a = a; } }',
    'class PyFloat { value; constructor(value) { this.value = value; } }',
  ];
  expect(transformed(...kept)).toEqual(kept);
});
