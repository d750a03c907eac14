import { isRight } from './call'
import type { Call } from './call'

/**
 * Sends one call.
 * @returns the body
 * @throws Error if the response is wrong
 */
export async function read(url: string, call: Call): Promise<string> {
  const { method, path, headers, body } = call
  const response = await fetch(new URL(path, url), {
    method,
    headers,
    body: body && new Uint8Array(body),
    redirect: 'manual',
  })
  const text = await response.text()
  if (!isRight(call, response.status, text))
    throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 300)}`)
  return text
}
