/** `npm run reference`: writes llms-full.txt. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { reference } from './reference.js';

const root = fileURLToPath(new URL('..', import.meta.url));
writeFileSync(`${root}llms-full.txt`, reference(root));
