import type { Attack, Catalogue, Refusal } from '../engine/attack'
import { allowedCaller } from '../engine/caller'
import { callsTo } from '../engine/calls'
import { demoPassword } from '../app/people'
import type { Arena } from '../engine/arena'
import type { Input } from '../engine/row'
import type { ExpectedChange } from '../state/expectation'

/** A session that isn't fresh, of a user who has two-factor authentication: only password and code make it fresh. */
export const freshWithTwoFactor: Catalogue = (row) => {
  const { as } = row
  if (!row.fresh || !as || row.withoutTwoFactor || row.withoutPassword) return []
  const password = demoPassword
  const attack = (
    name: string,
    proof: (arena: Arena) => { password?: string; code?: string },
    { codes = [], lastStep = 0 }: { codes?: Refusal['codes']; lastStep?: number },
  ): Attack => ({
    group: 'fresh',
    name: `with two-factor authentication, ${name}`,
    shots: (arena) => {
      const caller = allowedCaller(arena, row)
      const calls = callsTo(arena, row, caller)
      const { password: typed, code } = proof(arena)
      const input: Input = {
        ...row.input(arena),
        ...(typed !== undefined && { reauthenticationPassword: typed }),
        ...(code !== undefined && { reauthenticationCode: code }),
      }
      const holds = codes.length > 0
      const shot = {
        caller,
        must: holds ? ('hold' as const) : ('succeed' as const),
        arrange: async ({ database: { sql } }: Arena) => {
          await arena.giveTwoFactor(as)
          await sql`UPDATE two_factor SET last_step = ${lastStep} WHERE user_id = ${arena.userId(as)}`
          await sql`UPDATE session SET proved_at = now() - interval '11 minutes'`
        },
        changes: holds ? [] : changesOf(arena, row.changes(arena, row.input(arena), as), arena.userId(as)),
        sweeps: holds ? [] : provedBy(arena, arena.userId(as)),
      }
      return [
        { label: 'by script', request: calls.likeTheApp(input), refusal: { codes }, ...shot },
        { label: 'without JavaScript', request: calls.boundForm(input), refusal: { pages: [200] }, ...shot },
      ]
    },
  })
  /** The client checks password and code, whichever action is called. */
  const checked = (...args: Parameters<typeof attack>): Attack => ({ ...attack(...args), spread: 'attacks' })
  return [
    attack('neither password nor code', () => ({}), { codes: ['FRESH_SESSION_REQUIRED'] }),
    checked('the code alone', (arena) => ({ code: arena.codeOf(as) }), { codes: ['FRESH_SESSION_REQUIRED'] }),
    checked('the password alone', () => ({ password }), { codes: ['WRONG_CODE'] }),
    checked('an empty code', () => ({ password, code: '' }), { codes: ['WRONG_CODE'] }),
    checked('an old code', (arena) => ({ password, code: arena.codeOf(as, -10) }), { codes: ['WRONG_CODE'] }),
    checked('a used code', (arena) => ({ password, code: arena.codeOf(as) }), {
      codes: ['WRONG_CODE'],
      lastStep: 2_147_483_647,
    }),
    checked('a wrong password', (arena) => ({ password: 'close-the-gate-2026', code: arena.codeOf(as) }), {
      codes: ['WRONG_PASSWORD'],
    }),
    attack('password and code', (arena) => ({ password, code: arena.codeOf(as) }), {}),
  ]
}

/** Deleting the account also deletes what `arrange` added to it. */
function changesOf(
  arena: Arena,
  changes: readonly ExpectedChange[],
  userId: string,
): readonly ExpectedChange[] {
  const deletesUser = changes.some(({ table, kind }) => table === 'user' && kind === 'delete')
  const hasRow = arena.rows('two_factor').some(({ user_id }) => user_id === userId)
  return deletesUser && !hasRow
    ? [...changes, { table: 'two_factor', kind: 'delete', rows: 1, values: { user_id: userId } }]
    : changes
}

/** The call may delete both rows. */
function provedBy(arena: Arena, userId: string): ExpectedChange[] {
  const rows = arena.rows('session').filter(({ user_id }) => user_id === userId).length
  return [
    { table: 'session', kind: 'update', rows, columns: ['proved_at'], values: { user_id: userId } },
    {
      table: 'session',
      kind: 'update',
      rows,
      columns: ['proved_at', 'updated_at'],
      values: { user_id: userId },
    },
    { table: 'two_factor', kind: 'update', rows: 1, columns: ['last_step'], values: { user_id: userId } },
  ]
}
