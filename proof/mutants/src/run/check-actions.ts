import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { progress } from '@kit/launcher/progress'
import type { Scope } from '@kit/launcher/scope'
import { buildOnce } from '../copy/build'
import { Lane } from './lane'
import type { Mutant } from '../list/mutants'
import type { Protection } from '../protections/protection'
import type { Verdict } from './verdict'

/** Parallel attackers. */
const LANES = Math.min(2, availableParallelism())

/** Attacks the actions of every mutant. Requires TEST_POSTGRES_URL. */
export async function checkByAttacks(
  scope: Scope,
  { protections, mutants }: { protections: readonly Protection[]; mutants: readonly Mutant[] },
  tell: (verdict: Verdict) => void,
): Promise<void> {
  await buildOnce(scope, protections)
  const folder = await scope.acquire(
    async () => {
      const made = await mkdtemp(join(tmpdir(), 'gatehouse-mutants-'))
      await chmod(made, 0o755)
      return made
    },
    (made) => rm(made, { recursive: true, force: true, maxRetries: 10, retryDelay: 300 }),
  )
  const byPlace = new Map<string, Mutant[]>()
  for (const mutant of mutants) byPlace.set(mutant.id, [...(byPlace.get(mutant.id) ?? []), mutant])
  const pending = [...byPlace.values()]
  const lanes = await progress('Signing everyone in', () =>
    Promise.all(Array.from({ length: LANES }, (_, index) => Lane.open(scope, folder, index))),
  )
  await Promise.all(
    lanes.map(async (lane) => {
      for (let next = pending.shift(); next; next = pending.shift()) await lane.judge(next, tell)
      await lane.close()
    }),
  )
}
