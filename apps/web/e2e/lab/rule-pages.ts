import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { extras } from '@/features/lab/lessons/extra/extras'
import { lessons } from '@/features/lab/lessons/lessons'

import { webDirectory } from '@kit/attacks/app/environment'

const folder = path.resolve(webDirectory, '../../proof/action-audit/docs/rules')

/** The pages of the rules that the lab names. The folder isn't in deployed images. */
export function rulePages(): [rule: string, text: string][] {
  const rules = new Set([...lessons, ...extras].map(({ rule }) => rule))
  if (!existsSync(folder)) return []
  return [...rules].map((rule) => [rule, readFileSync(path.join(folder, `${rule}.md`), 'utf8')])
}
