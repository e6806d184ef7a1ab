/**
 * Encodes a program in the fragment of an address, which browsers do not send to a server. Callers: the
 * tutorial's page.
 */
import type { Language } from './editor.js';

export interface Shared {
  readonly language: Language;
  readonly text: string;
}

/** The fragment that carries a program: `#python=...`, in base64url of UTF-8. */
export function toFragment({ language, text }: Shared): string {
  const binary = String.fromCharCode(...new TextEncoder().encode(text));
  return `#${language}=${btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

/** The program in a fragment; null if there is none. */
export function fromFragment(fragment: string): Shared | null {
  const match = /^#(python|typescript)=([\w-]*)$/.exec(fragment);
  if (!match) return null;
  try {
    const binary = atob(match[2]!.replaceAll('-', '+').replaceAll('_', '/'));
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(binary, (each) => each.charCodeAt(0)),
    );
    return { language: match[1] as Language, text };
  } catch {
    return null;
  }
}
