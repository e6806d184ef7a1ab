/**
 * The page of the guides: the project's Markdown files and a search over them. The fragment names the file
 * and the heading: `#guide/porting/HEADING`.
 */
import { marked } from 'marked';
import { partsOf, startSearch } from './search.js';
import { startTheme } from './theme.js';

const files = import.meta.glob(
  ['../../README.md', '../../CHANGELOG.md', '../../SECURITY.md', '../../guide/*.md'],
  { query: '?raw', import: 'default', eager: true },
) as Record<string, string>;
const pictures = import.meta.glob('../../guide/*.webp', { import: 'default', eager: true }) as Record<
  string,
  string
>;

/** The order of the pages; pages not listed here come before the last two. */
const FIRST =
  'README getting-started lifetimes javascript companions porting python-library compression-and-hashes runtimes environments performance sizes exactness';
const order = FIRST.split(' ').map((name) => (name === 'README' ? name : `guide/${name}`));
const placeOf = (name: string) => {
  if (name === 'CHANGELOG') return 1000;
  if (name === 'SECURITY') return 1001;
  const place = order.indexOf(name);
  return place < 0 ? 999 : place;
};

/** The text of each file, by its path in the project without the extension. */
const texts = new Map(
  Object.entries(files)
    .map(([file, text]): [string, string] => [file.replace(/^(\.\.\/)+/, '').replace(/\.md$/, ''), text])
    .sort(([a], [b]) => placeOf(a) - placeOf(b)),
);
const page = document.getElementById('page')!;
const slug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replace(/\s+/g, '-');
const titleOf = (name: string) =>
  name === 'README' ? 'Overview' : (/^# (.+)$/m.exec(texts.get(name)!)?.[1]?.replaceAll('`', '') ?? name);

page.innerHTML = `<div class="docs"><div class="aside"><search><label for="words">Search the guides</label><input id="words" type="search" autocomplete="off" aria-keyshortcuts="/" aria-describedby="found-number"><p id="found-number" role="status"></p><ul id="found" aria-label="Found"></ul></search>
<nav aria-label="Guides"><ul>${[...texts.keys()].map((name) => `<li><a href="#${name}">${titleOf(name)}</a></li>`).join('')}</ul></nav></div><article></article></div>`;
const article = page.querySelector('article')!;

function show(): void {
  const route = decodeURI(location.hash.slice(1)) || 'README';
  const name = [...texts.keys()].find((each) => route === each || route.startsWith(`${each}/`)) ?? 'README';
  for (const anchor of page.querySelectorAll<HTMLAnchorElement>('.docs nav a')) {
    if (anchor.hash === `#${name}`) anchor.setAttribute('aria-current', 'page');
    else anchor.removeAttribute('aria-current');
  }
  article.innerHTML = marked.parse(texts.get(name)!, { async: false });
  finish(name);
  document.title = `${titleOf(name)} - pybuffer`;
  const heading = document.getElementById(route);
  if (heading && heading !== page) heading.scrollIntoView();
  else scrollTo(0, 0);
  // Tests wait for this attribute after they change the address.
  document.body.dataset['route'] = decodeURI(location.hash.slice(1));
}

/**
 * Gives headings fragments, keeps links between files on the page, and makes wide elements scrollable by
 * keyboard.
 */
function finish(name: string): void {
  for (const heading of article.querySelectorAll('h2, h3'))
    heading.id = `${name}/${slug(heading.textContent)}`;
  const folder = name.includes('/') ? name.slice(0, name.lastIndexOf('/') + 1) : '';
  const pathOf = (link: string) => new URL(link, `http://project/${folder}`).pathname.slice(1);
  for (const anchor of article.querySelectorAll('a')) {
    const to = anchor.getAttribute('href') ?? '';
    if (/^https?:/.test(to)) continue;
    if (to.startsWith('#')) {
      anchor.href = `#${name}/${to.slice(1)}`;
      continue;
    }
    const [file, heading] = to.split('#');
    const target = pathOf(file!).replace(/\.md$/, '');
    if (texts.has(target)) anchor.href = `#${target}${heading ? `/${heading}` : ''}`;
    // A file that these pages do not include.
    else anchor.replaceWith(...anchor.childNodes);
  }
  for (const picture of article.querySelectorAll('img')) {
    const source = picture.getAttribute('src') ?? '';
    if (/^https?:/.test(source)) continue;
    const built = pictures[`../../${pathOf(source)}`];
    if (built) picture.src = built;
    else picture.remove();
  }
  for (const wide of article.querySelectorAll('pre, table')) {
    const frame = document.createElement('div');
    frame.className = 'wide';
    frame.tabIndex = 0;
    frame.setAttribute('role', 'region');
    frame.setAttribute('aria-label', wide.matches('pre') ? 'Code' : 'Table');
    wide.replaceWith(frame);
    frame.append(wide);
  }
}

startTheme();
show();
startSearch(
  document.querySelector<HTMLInputElement>('#words')!,
  document.getElementById('found')!,
  document.getElementById('found-number')!,
  [...texts].flatMap(([name, text]) => partsOf(name, titleOf(name), text, slug)),
);
addEventListener('hashchange', () => {
  if (location.hash !== '#page') show();
});
document.body.dataset['state'] = 'ready';
