// Code that the rule no-identity-keys accepts and reports, with its suggestions.
import { testRule } from './support.js';

testRule(
  'no-identity-keys',
  [
    'new Map<string, Bytes>()',
    'new Map([[keyOf(x), x]])',
    'new Set([text])',
    'new WeakMap<Bytes, number>()',
    'class Map<K, V> { constructor(readonly k: K, readonly v: V) {} } new Map(x, y)',
    'map.get(x)',
    'new Set([other])',
    'new Set<string>().has(keyOf(x))',
    'new BytesSet().has(x)',
    'class Set { has(value: Bytes) { return value } } new Set().has(x)',
    "const has = 'forEach'; new Set<unknown>()[has](x)",
  ],
  [
    ['new Set().add(x)', 'keys', ['keyed', 'new Set().add(keyOf(x))']],
    [
      'const seen = new Set(); if (seen.has(y)) n',
      'keys',
      ['keyed', 'const seen = new Set(); if (seen.has(keyOf(y))) n'],
    ],
    ['new Map<unknown, number>().get(x)', 'keys', ['keyed', 'new Map<unknown, number>().get(keyOf(x))']],
    [
      '(other as ReadonlySet<unknown>).has(x)',
      'keys',
      ['keyed', '(other as ReadonlySet<unknown>).has(keyOf(x))'],
    ],
    ['new globalThis.Set([x])', 'keys', ['contents', 'new BytesSet([x])']],
    ['new Map<Bytes, number>()', 'keys', ['contents', 'new BytesMap<number>()']],
    ['new Map([[x, 1]])', 'keys', ['contents', 'new BytesMap([[x, 1]])']],
    ['new Set<Bytes>()', 'keys', ['contents', 'new BytesSet()']],
    ['new Set(list)', 'keys', ['contents', 'new BytesSet(list)']],
    ['new Set([y])', 'keys'],
    ['new Map<Bytes | string, number>()', 'keys'],
    [
      'function f<T extends Bytes>(value: T) { return new Set([value]) }',
      'keys',
      ['contents', 'function f<T extends Bytes>(value: T) { return new BytesSet([value]) }'],
    ],
  ],
);
