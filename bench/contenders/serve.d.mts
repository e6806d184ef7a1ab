// The types of serve.mjs, for javascript.ts.
export function serve(version: string, handle: (request: never) => object | Promise<object>): Promise<void>;
