import type { ProtectedAction } from '../protections/actions'
import type { SignInCheck } from '../protections/sign-in-checks'
import { mutantsOf, type Mutant } from './mutants'

export interface Chosen {
  /** Attacked. */
  mutants: Mutant[]
  /** Tested. */
  checks: SignInCheck[]
  /** Names that are neither an action nor a path: tables, if anything. */
  rest: string[]
}

/**
 * Returns what the names stand for: an action's protections, or those in a file or folder. Without names, everything.
 */
export function chosenBy(
  names: readonly string[],
  {
    actions,
    checks,
    root,
  }: { actions: readonly ProtectedAction[]; checks: readonly SignInCheck[]; root: string },
): Chosen {
  if (names.length === 0) return { mutants: mutantsOf(actions, root), checks: [...checks], rest: [] }
  const isAction = (name: string) => actions.some((action) => action.name === name)
  const paths = names.filter((name) => name.includes('/'))
  const isIn = (id: string) => paths.some((path) => id.startsWith(path))
  const own = mutantsOf(actions, root, names)
  const others = mutantsOf(actions, root).filter(
    ({ id, actions: [first] }) =>
      isIn(id) && !own.some((mutant) => mutant.id === id && mutant.actions[0] === first),
  )
  return {
    mutants: [...own, ...others],
    checks: checks.filter(({ id }) => isIn(id)),
    rest: names.filter((name) => !isAction(name) && !paths.includes(name)),
  }
}
