import { join } from 'node:path'
import { Project } from 'action-audit/project/project'
import { walk } from 'action-audit/syntax/node'
import type { SourceModule } from 'action-audit/syntax/source-module'
import type { Node } from 'oxc-parser'
import { explanationOf } from '../list/explained'
import { calledName } from './chain'
import { guardsIn } from './guards'
import { excerpt, idOf, type Protection } from './protection'

/** A check that attacks reach only with a forged proof, and the unit tests that must notice its removal. */
export interface SignInCheck {
  id: string
  protection: Protection
  tests: readonly string[]
  /** Why no test can detect the removal, if so. */
  explained?: string
}

interface Subject {
  code: readonly string[]
  tests: readonly string[]
}

const auth = (path: string) => `packages/auth/src/${path}`
const db = (path: string) => `packages/db/src/${path}`

const subjects: readonly Subject[] = [
  {
    code: [auth('passkeys/challenge.ts'), auth('passkeys/check-assertion.ts'), db('passkeys/uses.ts')],
    tests: [auth('passkeys')],
  },
  { code: [auth('providers/attempt.ts')], tests: [auth('providers')] },
  {
    code: [auth('session/mailed-code.ts'), db('sign-in/mailed-codes.ts')],
    tests: [auth('session/magic-link')],
  },
  {
    code: [auth('session/session-token.ts'), auth('session/find-session.ts')],
    tests: [auth('session/session')],
  },
]

/** Returns every early exit, and every condition of a query, in the code of `subjects`. */
export function readSignInChecks(root: string, project = new Project()): SignInCheck[] {
  return subjects.flatMap(({ code, tests }) =>
    code.flatMap((file) => {
      const source = project.load(join(root, file))
      const protections = source ? checksIn(source) : []
      return protections.map((protection) => {
        const explained = explanationOf(protection, root, { links: new Set() })
        return { id: idOf(protection, root), protection, tests, ...(explained && { explained }) }
      })
    }),
  )
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
