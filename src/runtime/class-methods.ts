/**
 * Methods of our types, called on the class: `bytes.find(data, ...)`, `bytes.fromhex(...)`. Caller:
 * `callMethod`.
 */
import { PyAttributeError, PyTypeError } from '../exceptions/index.js';
import { typeName } from '../python/index.js';
import type { BindMethod } from './attributes.js';
import type { Kwargs } from './bind.js';
import { create } from './construct.js';
import type { Constructor } from './construct.js';
import { applied } from './functions.js';
import { invoke } from './instance-methods.js';
import { CLASSES, classTypeName, isRecordedClass, recordOf } from './records.js';
import { attributes } from './signatures.data.js';
import { signatureOf } from './signatures.js';
import type { Method } from './dispatch.js';

type Args = readonly unknown[];

/** Calls a method on a class; for instance methods the first argument is the receiver. */
export function callOnClass(
  cls: Constructor,
  type: string,
  name: string,
  args: Args,
  kwargs: Kwargs,
  bindMethod: BindMethod,
): unknown {
  const own = (cls as unknown as Readonly<Record<string, Method>>)[name];
  if (!isRecordedClass(cls) && Object.hasOwn(cls, name) && own !== undefined) {
    return applied(own, cls, args, kwargs);
  }
  if (name === '__new__') return create(type, args, kwargs);
  const signature = signatureOf(type, name);
  if (signature !== null && name !== '' && signature.binding !== 'instance') {
    return invoke(cls, type, name, args, kwargs, bindMethod);
  }
  if ((signature === null || name === '') && name !== '__init__') refuseData(cls, type, name);
  const isSlot = signature === null || signature.convention.startsWith('slot');
  return invoke(receiverOf(type, name, args, isSlot), type, name, args.slice(1), kwargs, bindMethod);
}

/** Handles a name that is not a method. */
function refuseData(cls: Constructor, type: string, name: string): never {
  if (!attributes[type as 'bytes'].split(' ').includes(name)) {
    throw new PyAttributeError(`type object '${classTypeName(cls)}' has no attribute '${name}'`);
  }
  const found = DATA[name] ?? (type === 'Struct' ? 'member_descriptor' : 'getset_descriptor');
  throw new PyTypeError(`'${found}' object is not callable`);
}

/** Types of what classes have under names that are not those of methods or descriptors. */
const DATA: Readonly<Record<string, string>> = {
  __hash__: 'NoneType',
  __doc__: 'str',
  __module__: 'str',
  __dict__: 'mappingproxy',
};

/**
 * Takes the first argument, which must be an instance of the type.
 *
 * CPython: Objects/descrobject.c `descr_check`
 */
function receiverOf(type: string, name: string, args: Args, isSlot: boolean): unknown {
  const typed = classTypeName(CLASSES[type]);
  if (args.length === 0) {
    throw new PyTypeError(
      isSlot
        ? `descriptor '${name}' of '${typed}' object needs an argument`
        : `unbound method ${type}.${name}() needs an argument`,
    );
  }
  const [self] = args;
  if (recordOf(self) === type) return self;
  throw new PyTypeError(
    isSlot
      ? `descriptor '${name}' requires a '${typed}' object but received a '${typeName(self)}'`
      : `descriptor '${name}' for '${typed}' objects doesn't apply to a '${typeName(self)}' object`,
  );
}
