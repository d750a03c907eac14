import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { PageHeader } from '@/components/page-header'
import { AttackList } from '@/features/lab/components/attack-list'
import { AttackPanel } from '@/features/lab/components/attack-panel'
import { Explained } from '@/features/lab/components/explained'
import { TargetForm } from '@/features/lab/components/target-form'
import { loadAttack, loadAttacks, loadRecentRefusals, loadTargets } from '@/features/lab/loaders'
import { attackQuerySchema } from '@/features/lab/schema'

export const metadata: Metadata = { title: 'Attack an endpoint' }

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function AttackPage({ searchParams }: Props) {
  const targets = await loadTargets()
  const { endpoint, attack: wanted } = attackQuerySchema.parse(await searchParams)
  const target = targets.find(({ exportName }) => exportName === endpoint) ?? notFound()
  const { attacks, inSuite } = await loadAttacks(endpoint)
  const current = attacks.some(({ id }) => id === wanted) ? wanted : attacks[0]?.id
  if (current === undefined) notFound()
  const [attack, refusals] = await Promise.all([
    loadAttack(endpoint, current),
    loadRecentRefusals(target.name),
  ])
  return (
    <div className="space-y-6">
      <PageHeader
        title="Attack an endpoint"
        description={
          <Explained
            text={`Choose a Server Action and an attack. Requests are real and go to this app, sent by demo users or with no session. The test suite has ${inSuite} kinds of attack on this endpoint. The ones listed here need no setup.`}
          />
        }
      />
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <div className="space-y-4">
          <TargetForm targets={targets} current={endpoint} />
          <AttackList endpoint={endpoint} attacks={attacks} current={current} />
        </div>
        <AttackPanel key={current} endpoint={target} attack={attack} refusals={refusals} />
      </div>
    </div>
  )
}
