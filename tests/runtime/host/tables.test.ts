/**
 * What a runtime tells its host of each type and module, as in CPython 3.15: modules, names and bases of
 * exceptions. Also the settings, which a short call does not change.
 */
import { ILP32, LP64, abi, lifetimePolicy, setLifetimePolicy } from 'pybuffer';
import { builtins, createRuntime, useABI } from 'pybuffer/runtime';
import * as binascii from 'pybuffer/binascii';
import { BytesIO } from 'pybuffer/io';
import * as struct from 'pybuffer/struct';
import { beginShort, endShort } from '../../../src/runtime/host/settings.js';
import { bareHost, bareRuntime } from '../../properties/bare-runtime.js';

const { types, modules } = bareRuntime;

// In CPython: `type.__module__`.
test('each type names its module', () => {
  const other: Record<string, string> = {};
  for (const [name, type] of Object.entries(types)) {
    if (type.module !== 'builtins') other[name] = type.module;
  }
  expect(other).toEqual({
    BytesIO: '_io',
    GenericAlias: 'types',
    Struct: '_struct',
    array: 'array',
    arrayiterator: 'array',
    unpack_iterator: '_struct',
  });
});

test('functions that make and fill objects are not methods: the host calls `create`, `init` and `construct`', () => {
  for (const type of Object.values(types)) {
    const names = type.methods.map(({ name }) => name);
    expect(names).not.toContain('__init__');
    expect(names).not.toContain('__new__');
    expect(names).not.toContain('');
  }
  const filled = Object.entries(types).filter(([, type]) => type.init !== null);
  expect(filled.map(([name]) => name).sort()).toEqual(['BytesIO', 'Struct', 'bytearray']);
});

// In CPython: `error.__bases__`.
test('each module has its exceptions with their bases', () => {
  const errors = Object.fromEntries(
    Object.entries(modules)
      .filter(([, module]) => Object.keys(module.errors).length > 0)
      .map(([name, module]) => [name, module.errors]),
  );
  expect(errors).toEqual({
    binascii: { Error: ['ValueError'], Incomplete: ['Exception'] },
    io: { UnsupportedOperation: ['OSError', 'ValueError'] },
    struct: { error: ['Exception'] },
  });
});

test('the host gets the module of the class of an exception', () => {
  const seen: string[] = [];
  const runtime = createRuntime({
    ...bareHost,
    makeError: ({ error, name, module }) => {
      seen.push(`${module}.${name}`);
      return error;
    },
  });
  const calls = [
    () => runtime.modules['struct']!.functions['calcsize']!(['!'.repeat(2)], null),
    () => runtime.modules['binascii']!.functions['unhexlify']!(['a'], null),
    () => runtime.types.BytesIO.methods.find(({ name }) => name === 'fileno')!.call(new BytesIO(), [], null),
    () => runtime.types.bytes.construct([-1], null),
  ];
  for (const run of calls) expect(run).toThrow();
  expect(seen).toEqual(['struct.error', 'binascii.Error', 'io.UnsupportedOperation', 'builtins.ValueError']);
  expect(builtins.typeName(new binascii.Error())).toMatch(/Error$/);
  expect(builtins.typeName(new struct.error())).toMatch(/error$/);
});

test.each(['strict', 'detach'] as const)('a short call under %s leaves the settings as they were', (rule) => {
  const before = setLifetimePolicy(rule);
  try {
    for (const outer of [ILP32, LP64]) {
      for (const own of [ILP32, LP64]) {
        useABI(outer);
        const kept = beginShort(own);
        expect([abi(), lifetimePolicy()]).toEqual([own, 'strict']);
        endShort(kept);
        expect([abi(), lifetimePolicy()]).toEqual([outer, rule]);
      }
    }
  } finally {
    useABI(LP64);
    setLifetimePolicy(before);
  }
});
