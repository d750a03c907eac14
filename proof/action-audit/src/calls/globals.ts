import {
  COUNTER,
  SECRET,
  constant,
  labeled,
  native,
  object,
  unknown,
  type Abstract,
} from '../guards/abstract'
import { allOf } from './natives'

const objects: ReadonlySet<string> = new Set([
  'Array',
  'ArrayBuffer',
  'BigInt',
  'Blob',
  'Boolean',
  'Buffer',
  'Date',
  'Error',
  'File',
  'FormData',
  'Headers',
  'Infinity',
  'Intl',
  'JSON',
  'Map',
  'Math',
  'NaN',
  'Number',
  'Object',
  'Promise',
  'Proxy',
  'Reflect',
  'RegExp',
  'Request',
  'Response',
  'Set',
  'String',
  'Symbol',
  'TextDecoder',
  'TextEncoder',
  'TypeError',
  'URL',
  'URLSearchParams',
  'WeakMap',
  'WeakSet',
  'atob',
  'btoa',
  'clearTimeout',
  'console',
  'crypto',
  'decodeURIComponent',
  'encodeURIComponent',
  'fetch',
  'isNaN',
  'parseFloat',
  'parseInt',
  'performance',
  'queueMicrotask',
  'require',
  'setInterval',
  'setTimeout',
  'structuredClone',
  'undefined',
])

/** Settings that a caller can't guess. A comparison with any other setting, such as the app's URL, proves nothing. */
const secret = /secret|key|token|pass|sign|hash|salt|credential|auth|bearer|cron|webhook|hook|pin$|code$/i

const environment: Abstract = {
  kind: 'host',
  labels: 0,
  name: 'process.env',
  member: (key) =>
    key.startsWith('NEXT_PUBLIC_') || !secret.test(key) ? labeled(0) : labeled(SECRET, { trail: key }),
}

const promises: Abstract = {
  kind: 'host',
  labels: 0,
  name: 'Promise',
  member: (key) => {
    if (['all', 'allSettled', 'any', 'race'].includes(key))
      return native(`Promise.${key}`, (call) => allOf(call, key === 'all'))
    if (key === 'resolve') return native('Promise.resolve', ({ args }) => args[0] ?? unknown)
    return undefined
  },
}

/** Built-in properties of `globalThis` are known. Stored ones, such as database clients, are not. */
const everything: Abstract = {
  kind: 'host',
  labels: 0,
  name: 'globalThis',
  member: (key) =>
    objects.has(key) ? globalValue(key) : { kind: 'external', labels: 0, source: 'globalThis', path: key },
}

/** The meaning of an undeclared name. */
export function globalValue(name: string): Abstract {
  if (name === 'undefined') return constant(undefined)
  if (name === 'process') return object({ env: environment })
  if (name === 'Promise') return promises
  if (name === 'globalThis' || name === 'global') return everything
  if (objects.has(name)) return { kind: 'external', labels: 0, source: 'global', path: name }
  const unread = `"${name}" is not declared`
  return { kind: 'external', labels: 0, source: 'global', path: name, unread }
}

/** A module-level `Map`, whose values come from earlier calls. */
export function countingMap(): Abstract {
  return {
    kind: 'host',
    labels: 0,
    name: 'Map',
    member: (key) => native(`Map.${key}`, () => (key === 'get' ? labeled(COUNTER) : labeled(0))),
  }
}
