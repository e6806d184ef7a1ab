/** Reverses the bytes of each item of `size` bytes in `memory[start .. end)`. */
export function swapBytes(memory: Uint8Array, start: number, end: number, size: number): void {
  const half = size >> 1;
  for (let item = start; item < end; item += size) {
    for (let i = 0; i < half; i++) {
      const low = item + i;
      const high = item + size - 1 - i;
      const byte = memory[low]!;
      memory[low] = memory[high]!;
      memory[high] = byte;
    }
  }
}
