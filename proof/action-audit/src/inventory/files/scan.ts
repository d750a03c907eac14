import { readFileSync } from 'node:fs'
import type { Settings } from '../../config/load-config'
import { waiverMark } from '../../rules/waivers'
import { mentionsServer } from '../../syntax/mentions-server'
import { entryKindOf } from '../endpoints/entry-points'
import { activeRules } from '../findings/rule-findings'
import { isTest } from './source-files'

/** A scanned file. */
export interface Scanned {
  file: string
  text: string
  /** It may contain an endpoint, a violation or a waiver, so it must be parsed. */
  matters: boolean
  isTest: boolean
}

/** Scans every file for text that means it must be parsed. */
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
        rules.some((rule) => rule.concerns(text, settings, file))
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
