/** Lines of text and of bytes, as Python's `splitlines` ends them. The readers of streams call it. */
import type { Bytes } from '../../bytes/index.js';

/** One line with its end. Text has more kinds of line ends than bytes. */
const LINE = /[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]|$)/g;
const END = /(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])$/;

/** The lines of a value. CPython: Objects/unicodeobject.c `PyUnicode_Splitlines`, `bytes.splitlines` */
export function splitLines(value: string, keepends: boolean): string[];
export function splitLines(value: string | Bytes, keepends: boolean): (string | Bytes)[];
export function splitLines(value: string | Bytes, keepends: boolean): (string | Bytes)[] {
  if (typeof value !== 'string') return value.splitlines(keepends);
  const lines = (value.match(LINE) ?? []).filter((line) => line !== '');
  return keepends ? lines : lines.map((line) => line.replace(END, ''));
}
