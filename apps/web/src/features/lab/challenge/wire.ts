import type { Arguments } from './parse-arguments'

/** A request as it's sent, except for the headers that every request has. */
export interface Wire {
  method: string
  path: string
  headers: Record<string, string>
  body: string
}

/** Between the parts of a form. It only has to be text that no part contains. */
const BOUNDARY = '----LabBoundary'

interface Call {
  path: string
  /** The action's ID. Null for a page, or for a form whose fields name the action. */
  id: string | null
  args: Arguments
}

/** Encodes a call the way React does. */
export function wireOf({ path, id, args }: Call, headers: Record<string, string>): Wire {
  if (args === null) return { method: 'GET', path, headers, body: '' }
  const { type, body } = encoded(args, id !== null)
  const called: Record<string, string> = id === null ? {} : { 'Next-Action': id, Accept: 'text/x-component' }
  return { method: 'POST', path, headers: { ...called, 'Content-Type': type, ...headers }, body }
}

function encoded(args: NonNullable<Arguments>, isCall: boolean): { type: string; body: string } {
  if ('list' in args)
    return { type: 'text/plain;charset=UTF-8', body: JSON.stringify(args.list.map(modelOf)) }
  const fields = Object.entries(args.fields)
  const parts = isCall ? [...fields.map(([name, value]) => [`_1_${name}`, value]), ['0', '["$K1"]']] : fields
  return { type: `multipart/form-data; boundary=${BOUNDARY}`, body: multipart(parts) }
}

/** A text that starts with a dollar sign would be a code, so React doubles the sign. */
function modelOf(value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith('$') ? `$${value}` : value
  if (Array.isArray(value)) return value.map(modelOf)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, modelOf(item)]))
}

function multipart(parts: readonly string[][]): string {
  const written = parts.map(
    ([name = '', value = '']) =>
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${escaped(name)}"\r\n\r\n${value}\r\n`,
  )
  return `${written.join('')}--${BOUNDARY}--\r\n`
}

const escaped = (name: string) => name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

/** React's codes in a body, with their meaning. */
const codes: readonly (readonly [code: string, pattern: RegExp, meaning: string])[] = [
  [
    'Next-Action',
    /^Next-Action:/m,
    'The ID of the action to call. The path doesn’t matter: any page of the app accepts it.',
  ],
  ['0', /name="0"/, 'The list of arguments.'],
  ['$K1', /\$K1/, 'A form, whose fields are the parts with names that start with _1_.'],
  ['_1_', /name="_1_/, 'A field of form 1. The rest is the field’s name.'],
  ['$$', /"\$\$/, 'A string that starts with a dollar sign, so it isn’t read as a code.'],
  [
    '$ACTION_…',
    /\$ACTION/,
    'React’s hidden fields: which action to call, and the values that it captured, encrypted.',
  ],
]

/** Returns the codes that occur in a request. */
export function codesIn(written: string): { code: string; meaning: string }[] {
  return codes.filter(([, pattern]) => pattern.test(written)).map(([code, , meaning]) => ({ code, meaning }))
}

/** The request as text. */
export function written({ method, path, headers, body }: Wire): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [`${method} ${path} HTTP/1.1`, ...lines, '', body].join('\n')
}
