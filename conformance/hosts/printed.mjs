/**
 * Python's class `Printed`, which stands for `sys.stdout` and keeps what a program prints. Callers:
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
