/**
 * The search over the guides: every heading with its text is a document of MiniSearch. `/` focuses the field,
 * and the arrow keys move through the results. Caller: the guides' page.
 */
import MiniSearch from 'minisearch';

/** A searchable part of a page. */
export interface Part {
  /** Its fragment. */
  readonly id: string;
  readonly page: string;
  readonly heading: string;
  readonly text: string;
}

const SHOWN = 12;

/** Splits Markdown at its headings of levels two and three; the slug is the heading's fragment. */
export function partsOf(
  name: string,
  page: string,
  markdown: string,
  slug: (text: string) => string,
): Part[] {
  const plain = (text: string) =>
    text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*|#]|<!--.*?-->/g, ' ');
  // Comments in programs are not headings.
  const sections = markdown.split(/^(?=#{2,3} )/m);
  return sections.map((section, n) => {
    const heading = /^#{1,3} (.+)$/m.exec(section)?.[1] ?? page;
    const id = n === 0 ? name : `${name}/${slug(plain(heading))}`;
    return { id, page, heading: plain(heading).trim(), text: plain(section) };
  });
}

/**
 * Connects a search field with a list of results.
 *
 * @param field the field for the words to search
 * @param list the element that gets links to the results
 * @param status announces the number of results to screen readers
 */
export function startSearch(
  field: HTMLInputElement,
  list: HTMLElement,
  status: HTMLElement,
  parts: readonly Part[],
): void {
  const index = new MiniSearch<Part>({
    fields: ['heading', 'text'],
    storeFields: ['page', 'heading'],
    // Index names with underscores and dots as a whole and in parts.
    tokenize: (text) => text.split(/[\s,;:()[\]{}'"<>=+/]+/).flatMap((word) => [word, ...word.split(/[._]/)]),
    searchOptions: { prefix: true, fuzzy: 0.15, boost: { heading: 3 }, combineWith: 'AND' },
  });
  const known = new Set<string>();
  index.addAll(parts.filter(({ id }) => !known.has(id) && known.add(id)));

  const links = () => [...list.querySelectorAll('a')];
  const update = () => {
    const words = field.value.trim();
    const found = words === '' ? [] : index.search(words).slice(0, SHOWN);
    list.replaceChildren(
      ...found.map(({ id, page, heading }) => {
        const link = Object.assign(document.createElement('a'), {
          href: `#${String(id)}`,
          textContent: String(heading),
        });
        const note = Object.assign(document.createElement('small'), { textContent: String(page) });
        const item = document.createElement('li');
        item.append(link, ...(page === heading ? [] : [note]));
        return item;
      }),
    );
    status.textContent =
      words === '' ? '' : found.length === 0 ? 'Nothing was found' : `${found.length} found`;
  };
  field.addEventListener('input', update);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === 'ArrowDown') {
      const [first] = links();
      if (!first) return;
      event.preventDefault();
      if (event.key === 'Enter') first.click();
      else first.focus();
    } else if (event.key === 'Escape') {
      field.value = '';
      update();
    }
  });
  list.addEventListener('keydown', (event) => {
    const all = links();
    const at = all.indexOf(document.activeElement as HTMLAnchorElement);
    const to =
      event.key === 'ArrowDown' ? all[at + 1] : event.key === 'ArrowUp' ? (all[at - 1] ?? field) : undefined;
    if (!to) return;
    event.preventDefault();
    to.focus();
  });
  addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    field.focus();
  });
}
