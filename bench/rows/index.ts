// All rows by group, in the order of the table. Callers: main.ts, contenders/javascript.ts and the benches of
// other questions.
import type { Group } from '../row.js';
import { change, classify } from './change.js';
import { compare, convert } from './compare.js';
import { construct } from './construct.js';
import { encode } from './encode.js';
import { errors, errorsWithoutStacks } from './errors.js';
import { grow } from './grow.js';
import { items } from './items.js';
import { paid } from './paid.js';
import { ports } from './ports.js';
import { programs } from './programs.js';
import { runtime } from './runtime.js';
import { search } from './search.js';
import { sequential } from './sequential.js';
import { slices } from './slices.js';
import { texts } from './texts.js';

/** The whole table. */
export const groups: readonly Group[] = [
  construct,
  items,
  slices,
  grow,
  search,
  change,
  classify,
  texts,
  compare,
  convert,
  paid,
  errors,
  errorsWithoutStacks,
  sequential,
  runtime,
  programs,
  ports,
  encode,
];
