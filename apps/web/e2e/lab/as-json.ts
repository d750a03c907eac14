import type { RawRequest } from '@kit/attacks/http/raw-http'

/** Groups that are about how a call is encoded. */
const aboutEncoding: ReadonlySet<string> = new Set([
  'arguments',
  'method',
  'no-js',
  'shape',
  'size',
  'values',
])

const part = /^\r\nContent-Disposition: form-data; name="([^"]*)"\r\n\r\n([\s\S]*)\r\n$/

/**
 * Rewrites a form that a script sends as JSON, which an action reads the same way and people can read. Returns other
 * requests as they are.
 */
export function asJson(request: RawRequest, group: string): RawRequest {
  const { headers, body } = request
  const [, boundary] = /^multipart\/form-data; boundary=(.+)$/.exec(headers['Content-Type'] ?? '') ?? []
  if (!body || boundary === undefined || !headers['Next-Action'] || aboutEncoding.has(group)) return request
  const entries = body
    .toString()
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((text) => part.exec(text)?.slice(1, 3) ?? [])
  const root = entries.find(([name]) => name === '0')?.[1]
  const fields = entries.filter(([name]) => name !== '0')
  if (!root?.includes('"$K1"') || !fields.every(([name]) => name?.startsWith('_1_'))) return request
  return {
    ...request,
    headers: { ...headers, 'Content-Type': 'text/plain;charset=UTF-8' },
    body: Buffer.from(root.replace('"$K1"', () => JSON.stringify(inputOf(fields)))),
  }
}

/** A text that starts with a dollar sign would be one of React's codes, so it's doubled. */
const literal = (value = '') => (value.startsWith('$') ? `$${value}` : value)

function inputOf(fields: readonly string[][]): Record<string, string | string[]> {
  const input: Record<string, string | string[]> = {}
  for (const [given = '', value] of fields) {
    const name = given.slice('_1_'.length)
    if (!name.endsWith('[]')) {
      input[name] = literal(value)
      continue
    }
    const list = name.slice(0, -2)
    const earlier = input[list]
    input[list] = [...(Array.isArray(earlier) ? earlier : []), literal(value)]
  }
  return input
}
