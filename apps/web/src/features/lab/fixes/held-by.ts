import type { Chain, Fixes } from './fixes'
import type { FixResult } from './try-fix'

/** The result of the chain that holds, without trying it again. */
export const heldBy = ({ attacks, reasons }: Fixes, chain: Chain): FixResult & { holds: true } => ({
  state: 'tried',
  text: '',
  chain,
  works: true,
  attacks: attacks.map(({ label }) => ({ label, breached: false, status: null })),
  why: reasons[chain],
  holds: true,
})
