import { CopyButton } from '@/components/copy-button'
import { constraintsOf } from '@/lib/input/constraints'

import type { Challenge } from '../challenge/challenge'
import { labelOfCaller } from '../challenge/callers'
import { labelOfTarget, partsOf, takes, type TargetKey } from '../challenge/targets'
import { sendChallengeSchema } from '../schema'
import type { FormTarget } from './challenge-fields'
import { ChallengeForm } from './challenge-form'
import { Explained } from './explained'
import { Hints } from './hints'
import { PartTitle } from './part-title'
import { Term } from './term'

const constraints = constraintsOf(sendChallengeSchema)

const formTarget = (target: TargetKey): FormTarget => ({
  value: target,
  label: labelOfTarget(target),
  takes: takes(target),
  path: `/${partsOf(target).mistake}`,
})

/** A challenge: its goal, what an attacker knows, the request, and hints. */
export function ChallengePart({
  slug,
  challenge,
  solved,
}: {
  slug: string
  challenge: Challenge
  solved: boolean
}) {
  const { goal, callers, targets, start, headers = '', fixedHeaders = {}, known = [], hints } = challenge
  const [first, ...rest] = targets
  return (
    <section aria-labelledby="challenge" className="space-y-5">
      <div className="space-y-1">
        <PartTitle id="challenge" title="Attack it" solved={solved} />
        <p className="max-w-2xl text-base">
          <Explained text={goal} />
        </p>
        <p className="max-w-2xl text-muted-foreground">
          <Explained text="Change the request and send it." />
        </p>
      </div>
      {known.length > 0 ? (
        <dl className="space-y-2" aria-label="What you know">
          {known.map(({ label, value }) => (
            <div
              key={label}
              className="flex flex-wrap items-center gap-x-3 rounded-lg border bg-card py-1 pr-1.5 pl-4"
            >
              <dt className="w-full pt-1.5 text-muted-foreground sm:w-auto sm:pt-0">{label}</dt>
              <dd className="min-w-0 flex-1 font-mono text-xs wrap-anywhere">{value}</dd>
              <dd>
                <CopyButton text={value} label="Copy" />
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      <ChallengeForm
        slug={slug}
        callers={callers.map((caller) => ({ value: caller, label: labelOfCaller(caller) }))}
        targets={[formTarget(first), ...rest.map(formTarget)]}
        start={start}
        headers={headers}
        fixedHeaders={fixedHeaders}
        terms={{
          actionId: <Term id="action-id">action ID</Term>,
          flight: <Term id="flight">Flight</Term>,
        }}
        constraints={constraints}
      />
      <Hints hints={hints} />
    </section>
  )
}
