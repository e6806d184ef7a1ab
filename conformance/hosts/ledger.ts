/**
 * Failures that a host itself causes: `ledger.json` has patterns of CPython's output and the host's, with the
 * reason. Callers: the command and the tests of the adapters.
 */
import { readFileSync } from 'node:fs';

/** The first line of a program that differs. */
export interface Difference {
  readonly title: string;
  readonly wanted: string;
  readonly printed: string;
}

interface Entry {
  readonly hosts: readonly string[];
  /** The only place where it fails. */
  readonly in?: string;
  readonly reason: string;
  /** Titles of programs; or patterns that the lines match. */
  readonly titles?: readonly string[];
  readonly wanted?: string;
  readonly printed?: string;
}

/** The entries, which record whether a failure matched them. */
const all = JSON.parse(readFileSync('conformance/hosts/ledger.json', 'utf8')) as Entry[];
const used = new Set<Entry>();

/** Entries that no failure in these places has matched yet. */
export function unusedEntries(places: readonly string[]): string[] {
  return all
    .filter((entry) => !used.has(entry) && (entry.in === undefined || places.includes(entry.in)))
    .map((entry) => entry.reason);
}

/** All reasons for failures on a host. */
export function reasonsOf(host: string): string[] {
  return all.filter(({ hosts }) => hosts.includes(host)).map(({ reason }) => reason);
}

/** Why a program fails on a host in a place; null if no entry explains it. */
export function ledgerOf(host: string, place: string): { reasonOf(difference: Difference): string | null } {
  const entries = all.filter(
    (entry) => entry.hosts.includes(host) && (entry.in === undefined || entry.in === place),
  );
  const explains = (entry: Entry, { title, wanted, printed }: Difference) =>
    (entry.titles === undefined || entry.titles.includes(title)) &&
    (entry.wanted === undefined || new RegExp(entry.wanted, 'u').test(wanted)) &&
    (entry.printed === undefined || new RegExp(entry.printed, 'u').test(printed));
  return {
    reasonOf(difference) {
      const entry = entries.find((each) => explains(each, difference));
      if (entry === undefined) return null;
      used.add(entry);
      return entry.reason;
    },
  };
}
