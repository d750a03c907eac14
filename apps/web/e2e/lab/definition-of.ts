import { readFileSync } from 'node:fs'
import path from 'node:path'

import type { Line } from '@/features/lab/catalogue/inventory'

import { webDirectory } from '@kit/attacks/app/environment'
import { codeOf } from './code-of'

const DIRECTIVE = "'use server'\n\n"

/** Returns the lines of an action, without the file's directive. */
export function definitionOf({ file, exportName }: { file: string; exportName: string }): Line[] {
  const text = readFileSync(path.resolve(webDirectory, '../..', file), 'utf8')
  const { line, code } = codeOf(file, text, [exportName])
  return code
    .replace(DIRECTIVE, '')
    .split('\n')
    .map((each, index) => ({ file, line: line + index, code: each }))
}
