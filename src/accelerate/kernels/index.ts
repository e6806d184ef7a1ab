/** All kernels, as the AssemblyScript compiler takes them (`npm run kernels`). */
export * from './base64';
export * from './change';
export * from './examine';
export * from './hash';
export * from './search';
export * from './text';
export * from './unicode';
