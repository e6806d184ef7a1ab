/**
 * Reads what the platform may or may not have. Every access to a global of the host goes through this file,
 * because some hosts define getters that throw: Next.js's Edge runtime does so for
 * `process.getBuiltinModule`.
 */

/** Returns what `read` returns, or undefined if it throws. */
export function ofPlatform<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

type BufferHost = Record<string, unknown> & { prototype: Record<string, unknown> };

/** A function of `Buffer.prototype`, or a static one of `Buffer`, in Node and compatible hosts. */
export function bufferFunction<F>(name: string, where?: 'static'): F | undefined {
  return ofPlatform(() => {
    // What is missing throws, like what is forbidden.
    const { Buffer: host } = globalThis as unknown as { Buffer: BufferHost };
    const found = where === 'static' ? host[name] : host.prototype[name];
    return typeof found === 'function' ? (found as F) : undefined;
  });
}

/** A function of Node's module `buffer`. */
export function bufferModuleFunction<F>(name: string): F | undefined {
  return ofPlatform(() => {
    const { process: node } = globalThis as unknown as {
      process: { getBuiltinModule: (name: string) => Record<string, unknown> };
    };
    const found = node.getBuiltinModule('node:buffer')[name];
    return typeof found === 'function' ? (found as F) : undefined;
  });
}

/** Prints an exception that cannot leave the place where it was raised, if the host has a console. */
export function printError(text: string, error: unknown): void {
  ofPlatform(() => {
    (globalThis as unknown as { console: Pick<Console, 'error'> }).console.error(text, error);
  });
}

/** Returns a new `TextDecoder`, or null if there is none or it does not know the label. */
export function textDecoder(label?: string, options?: TextDecoderOptions): TextDecoder | null {
  return ofPlatform(() => new TextDecoder(label, options)) ?? null;
}

/** Returns a new `TextEncoder`, or null if there is none. */
export function textEncoder(): TextEncoder | null {
  return ofPlatform(() => new TextEncoder()) ?? null;
}
