/** The option `lifetimes` of both adapters. */

const PROGRAM = `
data = bytearray(b'ab')
view = memoryview(data)
try:
    data.append(99)
    print(data)
except BufferError as error:
    print(error)
try:
    print(view[0])
except ValueError as error:
    print(error)
`;

/** Declares the test of a host; `start` makes a runtime with the adapter, as a function that runs programs. */
export function testLifetimes(
  start: (options?: { lifetimes: 'strict' | 'detach' }) => (source: string) => string,
): void {
  test('the option `lifetimes` replaces the search for views', () => {
    const blocked = 'Existing exports of data: object cannot be re-sized\n97\n';
    expect(start()(PROGRAM)).toBe(blocked);
    expect(start({ lifetimes: 'strict' })(PROGRAM)).toBe(blocked);
    expect(start({ lifetimes: 'detach' })(PROGRAM)).toBe(
      "bytearray(b'abc')\noperation forbidden on released memoryview object\n",
    );
  });
}
