/** The seam to the table of names: `namereplace` asks here and nowhere else. */
export { characterName } from './unicode-names.js';
