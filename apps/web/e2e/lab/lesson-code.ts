import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { chains, type Chain, type Fixes } from '@/features/lab/fixes/fixes'
import { extras } from '@/features/lab/lessons/extra/extras'
import type { Code, LessonCode } from '@/features/lab/lessons/code-schema'
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
    lessons.map(({ slug, mistakeCode, fixCode, fixes }) => [
      slug,
      {
        mistake: hasControlGroup ? read(mistakeCode) : null,
        fix: fixCode.map(read),
        chains: hasControlGroup ? chains.map((chain) => chainCode(slug, fixes, chain)) : [],
        used: hasControlGroup ? usedCode(slug, fixes) : [],
      },
    ]),
  )
}

/** The code of each challenge without a lesson. */
export const extraCode = (): Record<string, Code | null> =>
  Object.fromEntries(
    extras.map(({ slug, mistakeCode }) => [slug, hasControlGroup ? read(mistakeCode) : null]),
  )

const fixesFolder = (slug: string) => `apps/unguarded/src/app/fixes/${slug}`

function chainCode(slug: string, { shows, file = 'actions.ts' }: Fixes, chain: Chain): Code {
  const names = shows.map((name) => `${name}${chain}`)
  return withoutDirective(read({ file: `${fixesFolder(slug)}/${file}`, names }))
}

function usedCode(slug: string, { shared = [], uses = [] }: Fixes): Code[] {
  const excerpts = uses.map(([file, ...names]) => ({ file: `apps/unguarded/src/chain/${file}.ts`, names }))
  const own = shared.length > 0 ? [{ file: `${fixesFolder(slug)}/actions.ts`, names: shared }] : []
  return [...own, ...excerpts].map((excerpt) => withoutDirective(read(excerpt)))
}

const read = ({ file, names }: Excerpt) => codeOf(file, readFileSync(path.join(root, file), 'utf8'), names)

/** Each chain is in a file of actions, so the directive says nothing about it. */
const withoutDirective = ({ code, ...place }: Code): Code => ({
  ...place,
  code: code.replace("'use server'\n\n", ''),
})
