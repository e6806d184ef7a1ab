/**
 * Adds the fields, arguments and messages of `UnicodeDecodeError` and similar exceptions, which Brython
 * lacks. Caller: `install`.
 */
import { UNICODE_ERRORS, UNICODE_FIELDS, unicodeErrorMessage } from '../unicode-errors.js';
import type { BrythonFunction, Instance } from './brython.js';
import type { Border } from './border.js';

/**
 * Lets the codecs' exceptions take five arguments, as in CPython. Brython's own code passes only the message.
 */
export function extendExceptions(border: Border): void {
  const { $B } = border;
  const base = $B.builtins['BaseException']!;
  for (const name of UNICODE_ERRORS) {
    const cls = $B.builtins[name]!;
    const init = cls['tp_init'] as BrythonFunction;
    const field = (self: Instance, key: string) => $B.$getattr(self, key, null);
    const slots = {
      tp_init(self: Instance, ...args: unknown[]) {
        init(...([self, ...args] as never[]));
        if (args.length === UNICODE_FIELDS.length)
          UNICODE_FIELDS.forEach((key, i) => $B.set_to_dict(self, key, args[i]));
        return $B.builtins.None;
      },
      tp_str(self: Instance) {
        const values = UNICODE_FIELDS.map((key) => field(self, key));
        return values.includes(null)
          ? (base['tp_str'] as BrythonFunction)(self as never)
          : unicodeErrorMessage(name, values.map(border.host.fromHost));
      },
    };
    Object.assign(cls, slots);
    const method = (call: unknown) => Object.assign(call as BrythonFunction, { ob_type: $B.function });
    $B.set_to_dict(cls, '__init__', method(slots.tp_init));
    $B.set_to_dict(cls, '__str__', method(slots.tp_str));
  }
}
