import { BROWSER_MAP, OS_MAP, parse } from 'bowser'

/** Characters of a user agent that are stored and read. */
export const USER_AGENT_LENGTH = 400

// Bowser repeats part of a user agent that it doesn't know. That is the caller's own text, and it would be in a mail.
const browsers: ReadonlySet<string | undefined> = new Set(Object.values(BROWSER_MAP))
const systems: ReadonlySet<string | undefined> = new Set(Object.values(OS_MAP))

/** Returns a browser in words, such as "Chrome on Windows". Contains nothing that the caller wrote. */
export function browserInWords(userAgent: string | null | undefined): string {
  const { browser, os } = userAgent ? parse(userAgent.slice(0, USER_AGENT_LENGTH)) : {}
  const name = browsers.has(browser?.name) ? browser?.name : undefined
  const system = systems.has(os?.name) ? os?.name : undefined
  if (name && system) return `${name} on ${system}`
  if (system) return `A browser on ${system}`
  return name ?? 'An unknown browser'
}
