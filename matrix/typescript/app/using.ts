/** `using`, for compilers and libraries that support it. */
import { Bytes, MemoryView } from 'pybuffer';

export function firstOf(bytes: Bytes): number {
  using view = new MemoryView(bytes);
  return view.get(0);
}
