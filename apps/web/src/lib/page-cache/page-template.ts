import { randomBytes } from 'node:crypto'

import { newSubmissionKey, SUBMISSION_FIELD } from '@kit/action-middleware/input/submission-field'

import type { FreshValue } from '@/lib/request/answer'

export interface Page {
  headers: [name: string, value: string][]
  body: string
}

const NONCE = /'nonce-([\w+/=-]{20,})'/

// The form creates its own key, even when it is rendered on the server.
const SUBMISSION = new RegExp(`name="${SUBMISSION_FIELD}" value="([0-9a-f]{32})"`, 'g')

/** Characters that neither JSON nor HTML escapes. */
const PLAIN = /^[\w+/=.-]+$/

/** The nonce of one response: 128 random bits. */
export const newNonce = () => randomBytes(16).toString('base64')

/**
 * Returns a function that makes the page again, each time with another nonce and other fresh values.
 * Returns undefined if one of them isn't in the page, because such a page must not be sent twice.
 */
export function templateOf({ headers, body }: Page, fresh: readonly FreshValue[]): (() => Page) | undefined {
  const nonce = NONCE.exec(new Map(headers).get('content-security-policy') ?? '')?.[1]
  if (!nonce) return undefined
  const makers = new Map([
    [nonce, newNonce],
    ...Array.from(body.matchAll(SUBMISSION), ([, key = '']) => [key, newSubmissionKey] as const),
    ...fresh.map(({ value, make }) => [value, make] as const),
  ])
  const values = [...makers.keys()]
  if (!values.every((value) => PLAIN.test(value) && body.includes(value))) return undefined

  const splitter = new RegExp(`(${values.map((value) => value.replace(/[+.]/g, String.raw`\$&`)).join('|')})`)
  const split = (text: string) => text.split(splitter)
  const pieces = split(body)
  const headerPieces = headers.map(([name, value]) => [name, split(value)] as const)
  return () => {
    const made = new Map(Array.from(makers, ([value, make]) => [value, make()]))
    const join = (parts: string[]) => parts.map((part) => made.get(part) ?? part).join('')
    return { headers: headerPieces.map(([name, parts]) => [name, join(parts)]), body: join(pieces) }
  }
}
