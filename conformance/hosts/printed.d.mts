/** Types of printed.mjs, for callers in TypeScript. */
export declare const PRINTED: string;
