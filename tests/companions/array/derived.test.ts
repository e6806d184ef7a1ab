/** Arrays of derived classes. The expected values are CPython 3.15's for the same class. */
import { PyArray } from '../../../src/array.js';
import { Bytes, Slice } from '../../../src/index.js';

class Loud extends PyArray<'w'> {
  static called: string[] = [];
  override fromunicode(): void {
    Loud.called.push('fromunicode');
  }
  override frombytes(): void {
    Loud.called.push('frombytes');
  }
  override append(): void {
    Loud.called.push('append');
  }
  override extend(): void {
    Loud.called.push('extend');
  }
}

test('the constructor calls no method that a derived class overrides', () => {
  expect(new Loud('w', 'ab').tounicode()).toBe('ab');
  expect(new Loud('w', new Bytes([97, 0, 0, 0])).tounicode()).toBe('a');
  expect(new Loud('w', ['a', 'b']).tounicode()).toBe('ab');
  expect(new Loud('w', new PyArray('w', 'ab')).tounicode()).toBe('ab');
  expect(Loud.called).toEqual([]);
});

test('slices, copies and results of operators are plain arrays', () => {
  const array = new Loud('w', 'ab');
  for (const result of [array.get(new Slice()), array.__copy__(), array.concat(array), array.repeat(2)]) {
    expect(Object.getPrototypeOf(result)).toBe(PyArray.prototype);
  }
});
