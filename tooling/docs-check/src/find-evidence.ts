import path from 'node:path'
import type { Document } from './document'

export interface Evidence {
  /** The title that the document quotes. */
  title: string
  /** The file that contains the test, relative to the root. */
  file: string
}

/** Links whose text is a title in double quotes: `["refuses a stranger"](../packages/…/x.test.ts)`. */
export function quotedTests({ links }: Document, file: string): Evidence[] {
  return links.flatMap(({ text, url }) => {
    const [, title] = /^["“](.+)["”]$/.exec(text) ?? []
    return title === undefined
      ? []
      : [{ title, file: path.posix.join(path.posix.dirname(file), decodeURI(url)) }]
  })
}

/** Links whose text is the name of a lint rule: `action-audit/is-limited`. */
export function quotedRules({ links }: Document): string[] {
  return links.map(({ text }) => text).filter((text) => /^action-audit\/[a-z-]+$/.test(text))
}

/** Whether the source has a string that is the title, or a template that contains it. */
export function hasTitle(source: string, title: string): boolean {
  const quoted = [`'${title}'`, `"${title}"`].some((text) => source.includes(text))
  return quoted || [...source.matchAll(/`[^`]*`/g)].some(([template]) => template.includes(title))
}

/** Files with test titles: test files and the attack catalogue. */
export const testFile = /(?:\.(?:test|spec|flow)\.tsx?|\/catalogue\/[a-z-]+\.ts)$/
