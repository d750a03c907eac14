import { readFileSync } from 'node:fs'
import type { Settings } from '../../config/load-config'
import { waiverMark } from '../../rules/waivers'
import { mentionsServer } from '../../syntax/mentions-server'
import { entryKindOf } from '../endpoints/entry-points'
import { activeRules } from '../findings/rule-findings'
import { isTest } from './source-files'

/** A file that was looked at as a text. */
export interface Scanned {
  file: string
  text: string
  /** It may hold an endpoint, break a rule or have a waiver, and has to be read. */
  matters: boolean
  isTest: boolean
}

/** Looks at every file, and says which of them have to be read as code. */
export function scan(settings: Settings, files: readonly string[]): Scanned[] {
  const rules = activeRules(settings)
  return files.flatMap((file): Scanned[] => {
    const text = textOf(file)
    if (text === undefined) return []
    const isTestFile = isTest(file, settings.root)
    const isServer = mentionsServer(text)
    const matters = isTestFile
      ? isServer
      : isServer ||
        entryKindOf(file) !== undefined ||
        text.includes(waiverMark) ||
        rules.some((rule) => rule.concerns(text, settings))
    return [{ file, text, matters, isTest: isTestFile }]
  })
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
