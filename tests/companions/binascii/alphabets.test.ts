// Long data in alphabets that share no position with the standard one: no fast path may treat them as standard.
import { Bytes } from 'pybuffer';
import { BASE64_ALPHABET, a2b_base64, b2a_base64 } from 'pybuffer/binascii';

const REVERSED = new Bytes([...BASE64_ALPHABET].reverse());
const data = new Bytes(Array.from({ length: 3000 }, (_, i) => (i * 7) % 256));

test('a reversed alphabet writes and reads 3000 bytes', () => {
  const text = b2a_base64(data, { alphabet: REVERSED, newline: false });
  expect(text.slice(0, 20).decode()).toBe('//jx6uPc1c7HwLmyq6Sd');
  const table = new Map([...BASE64_ALPHABET].map((digit, i) => [digit, [...REVERSED][i]]));
  const standard = b2a_base64(data, { newline: false });
  expect([...text]).toEqual(Array.from(standard, (digit) => table.get(digit) ?? digit));
  expect(a2b_base64(text, { alphabet: REVERSED })).toEqual(data);
  expect(a2b_base64(text.decode('ascii'), { alphabet: REVERSED })).toEqual(data);
});
