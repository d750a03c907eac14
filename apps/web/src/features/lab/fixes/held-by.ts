import { isChain, type Fixes } from './fixes'
import type { FixResult } from './try-fix'

/** What is remembered about a chain that holds: its letter and the statuses of the attacks, such as `A.200-500`. */
export const keptFix = ({ chain, attacks }: FixResult): string =>
  `${chain}.${attacks.map(({ status }) => status ?? 0).join('-')}`

/** The result of the chain that holds, without trying it again. Undefined if none is remembered. */
export function heldBy(
  { attacks, reasons }: Fixes,
  kept: string | undefined,
): (FixResult & { holds: true }) | undefined {
  const [chain = '', statuses = ''] = kept?.split('.') ?? []
  if (!isChain(chain)) return undefined
  const known = statuses.split('-').map((status) => Number(status) || null)
  return {
    state: 'tried',
    text: '',
    chain,
    works: true,
    attacks: attacks.map(({ label }, index) => ({ label, breached: false, status: known[index] ?? null })),
    why: reasons[chain],
    holds: true,
  }
}
