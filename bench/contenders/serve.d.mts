export function serve(version: string, handle: (request: never) => object | Promise<object>): Promise<void>;
