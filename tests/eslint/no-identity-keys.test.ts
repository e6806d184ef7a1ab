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
  ],
  [
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
