/**
 * The Python class `Printed`, which replaces `sys.stdout` and keeps the output of a program. Callers:
 * runners.mjs, the site's python.ts.
 */
export const PRINTED = `
import sys

class Printed:
    def __init__(self):
        self.parts = []
    def write(self, text):
        self.parts.append(text)
    def flush(self):
        pass
    def text(self):
        return ''.join(self.parts)
`;
