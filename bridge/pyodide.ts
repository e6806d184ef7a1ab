/** The internals of Pyodide that the bridge needs; its public types lack the memory and the C functions. */
export interface EmscriptenModule {
  readonly HEAPU8: Uint8Array;
  _malloc(size: number): number;
  _free(address: number): void;
  _PyObject_GetBuffer(object: number, view: number, flags: number): number;
  _PyBuffer_Release(view: number): void;
  _PyErr_Clear(): void;
}

/** A Pyodide instance, CPython compiled to WebAssembly. */
export interface Pyodide {
  readonly _module: EmscriptenModule;
  readonly FS: {
    mkdirTree(path: string): void;
    writeFile(path: string, data: string | Uint8Array): void;
  };
  readonly globals: { set(name: string, value: unknown): void; get(name: string): unknown };
  runPython(code: string): unknown;
  registerJsModule(name: string, module: object): void;
  mountNodeFS(path: string, hostPath: string): void;
}
