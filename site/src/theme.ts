/** Light or dark: the setting of the reader's system, until the button changes it. Callers: every page. */
export const theme = (): 'light' | 'dark' =>
  document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light';

/**
 * Sets the page's colours, and lets the button change them.
 *
 * @param changed called after each change
 */
export function startTheme(changed: () => void = () => {}): void {
  const button = document.getElementById('theme')!;
  const set = (next: 'light' | 'dark') => {
    document.documentElement.dataset['theme'] = next;
    button.textContent = next === 'dark' ? 'Light colours' : 'Dark colours';
  };
  set(matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  button.addEventListener('click', () => {
    set(theme() === 'dark' ? 'light' : 'dark');
    changed();
  });
}
