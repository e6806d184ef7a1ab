import { testRule } from './support.js';

testRule(
  'no-platform-text',
  [
    'new Blob([x.toUint8Array()])',
    'btoa(text)',
    'btoa(x.decode("latin-1"))',
    'new Response(text)',
    'new Response()',
    'fetch("/", { body: text })',
    'JSON.stringify({ x: x.hex() })',
    'structuredClone(packMessage(x).message)',
    'function f(btoa: (x: Bytes) => void) { btoa(x) }',
    'new Blob([namesake as never])',
  ],
  [
    ['btoa(x as never as Bytes)', 'text', ['latin1', "btoa((x as never as Bytes).decode('latin-1'))"]],
    [
      'btoa(m as any as MemoryView)',
      'text',
      ['latin1', "btoa((m as any as MemoryView).tobytes().decode('latin-1'))"],
    ],
    ['new Blob([text, x])', 'text', ['array', 'new Blob([text, x.toUint8Array()])']],
    ['new File([a], "f")', 'text', ['array', 'new File([a.tobytes().toUint8Array()], "f")']],
    ['new Response(y)', 'text', ['array', 'new Response(y.toUint8Array())']],
    [
      'new Request("/", { method: "POST", body: x })',
      'text',
      ['array', 'new Request("/", { method: "POST", body: x.toUint8Array() })'],
    ],
    [
      'function f(body: Bytes) { fetch("/", { body }) }',
      'text',
      ['array', 'function f(body: Bytes) { fetch("/", { body: body.toUint8Array() }) }'],
    ],
    ['structuredClone(x)', 'empty', ['clone', 'unpackMessage(structuredClone(packMessage(x).message))']],
    ['postMessage(m)', 'empty', ['message', 'postMessage(packMessage(m.tobytes()).message)']],
    ['other.postMessage(y)', 'empty', ['message', 'other.postMessage(packMessage(y).message)']],
    ['JSON.stringify(x)', 'json', ['hex', 'JSON.stringify(x.hex())']],
  ],
);
