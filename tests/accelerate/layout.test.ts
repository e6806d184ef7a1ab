// The tables that kernels keep in their memory from call to call do not overlap.
import { Bytes } from 'pybuffer';

const accented = new Bytes('\u00e9'.repeat(13), 'utf-8');
const ascii = new Bytes(Array.from({ length: 4096 }, (_, i) => i & 127));
const rot = new Bytes(Array.from({ length: 256 }, (_, i) => (i + 1) & 255));
const dropped = new Bytes([1, 7, 100]);
const kept = ascii.tolist().filter((byte) => !dropped.includes(byte));

const steps: Readonly<Record<string, () => void>> = {
  decode: () => expect(accented.decode()).toBe('\u00e9'.repeat(13)),
  translate: () => expect(ascii.translate(rot).tolist()).toEqual(ascii.tolist().map((byte) => byte + 1)),
  delete: () => expect(ascii.translate(null, dropped).tolist()).toEqual(kept),
};

test.each(Object.keys(steps))('the tables that %s leaves in memory do not disturb other kernels', (name) => {
  for (const other of Object.keys(steps)) {
    steps[name]!();
    steps[other]!();
    steps[name]!();
  }
});
