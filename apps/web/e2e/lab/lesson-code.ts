import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

import type { LessonCode } from '@/features/lab/lessons/code-schema'
import type { Excerpt } from '@/features/lab/lessons/lesson'
import { lessons } from '@/features/lab/lessons/lessons'

import { webDirectory } from '@kit/attacks/app/environment'
import { codeOf } from './code-of'

const root = path.resolve(webDirectory, '../..')

// The source isn't in deployed images.
const hasControlGroup = existsSync(path.join(root, 'apps/unguarded'))

/** Each lesson's mistake and fix, read from the running source files. */
export function lessonCode(): LessonCode {
  return Object.fromEntries(
    lessons.map(({ slug, mistakeCode, fixCode }) => [
      slug,
      { mistake: mistakeCode && hasControlGroup ? read(mistakeCode) : null, fix: fixCode.map(read) },
    ]),
  )
}

const read = ({ file, names }: Excerpt) => codeOf(file, readFileSync(path.join(root, file), 'utf8'), names)
