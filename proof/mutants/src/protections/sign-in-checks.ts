import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Project } from 'action-audit/project/project'
import { walk } from 'action-audit/syntax/node'
import type { SourceModule } from 'action-audit/syntax/source-module'
import type { Node } from 'oxc-parser'
import { calledName } from './chain'
import { guardsIn } from './guards'
import { excerpt, idOf, type Protection } from './protection'

/** A check that attacks reach only with a forged proof, and the unit tests that must notice its removal. */
export interface SignInCheck {
  id: string
  protection: Protection
  tests: readonly string[]
}

interface Subject {
  /** Files and folders. */
  code: readonly string[]
  tests: readonly string[]
}

const auth = (path: string) => `packages/auth/src/${path}`
const db = (path: string) => `packages/db/src/${path}`

const subjects: readonly Subject[] = [
  {
    code: [auth('passkeys'), db('passkeys')],
    tests: [auth('passkeys')],
  },
  {
    code: [auth('two-factor'), db('two-factor'), auth('session/reauthentication.ts')],
    tests: [auth('two-factor'), auth('session/reauthentication'), db('two-factor')],
  },
  {
    code: [auth('providers'), db('accounts/provider-attempts.ts')],
    tests: [auth('providers')],
  },
  {
    code: [
      auth('session/magic-link.ts'),
      auth('session/mailed-code.ts'),
      auth('session/open-or-ask.ts'),
      db('accounts/magic-links.ts'),
      db('accounts/mailed-codes.ts'),
    ],
    tests: [auth('session/magic-link')],
  },
  {
    code: [auth('browsers/report-sign-in.ts'), db('accounts/sign-in-links.ts')],
    tests: [auth('browsers/new-browser')],
  },
  {
    code: [auth('accounts/keep-sign-in-method.ts'), db('accounts/sign-in-methods.ts')],
    tests: [auth('accounts/keep-sign-in-method')],
  },
]

/** Returns every early exit, and every condition of a query, in the code that decides who signs in. */
export function readSignInChecks(root: string, project = new Project()): SignInCheck[] {
  return subjects.flatMap(({ code, tests }) =>
    code
      .flatMap((path) => filesIn(root, path))
      .flatMap((file) => {
        const source = project.load(join(root, file))
        const protections = source ? checksIn(source) : []
        return protections.map((protection) => ({ id: idOf(protection, root), protection, tests }))
      }),
  )
}

function filesIn(root: string, path: string): string[] {
  if (statSync(join(root, path)).isFile()) return [path]
  return readdirSync(join(root, path))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => `${path}/${name}`)
    .toSorted()
}

function checksIn(module: SourceModule): Protection[] {
  const exits = guardsIn({ module, node: module.program }, 'check', isExit)
  const conditions: Protection[] = []
  walk(module.program, (part) => {
    if (part.type !== 'CallExpression' || calledName(part) !== 'and') return
    for (const node of part.arguments)
      conditions.push({
        kind: 'check',
        module,
        node,
        without: 'undefined',
        label: `and(${excerpt(module, node)})`,
      })
  })
  return [...exits, ...conditions]
}

const isExit = ({ type }: Node) => type === 'ThrowStatement' || type === 'ReturnStatement'
