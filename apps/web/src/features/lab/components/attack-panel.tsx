import { CopyButton } from '@/components/copy-button'
import { Scroller } from '@/components/scroller'

import type { LabEndpoint } from '../catalogue/inventory'
import type { loadAttack } from '../loaders'
import type { RecentRefusal } from '../firing/recent-refusals'
import { FireForm } from './fire-form'
import { FireHere } from './fire-here'
import { RefusalList } from './refusal-list'
import { Term } from './term'

interface Props {
  endpoint: LabEndpoint
  attack: Awaited<ReturnType<typeof loadAttack>>
  refusals: readonly RecentRefusal[]
}

/** An attack: its caller, its curl command and what the allowed call would change. */
export function AttackPanel({ endpoint, attack, refusals }: Props) {
  const { exportName, file, definition } = endpoint
  const { id, name, label, caller, curl, touches, refusal, browserCall, times, mistake } = attack
  return (
    <section aria-labelledby="attack" className="min-w-0 space-y-5">
      <div className="space-y-1">
        <h2 id="attack" className="scroll-mt-4 text-lg font-semibold first-letter:uppercase">
          {name}
        </h2>
        {label === name ? null : <p className="text-muted-foreground wrap-anywhere">{label}</p>}
      </div>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[9rem_minmax(0,1fr)]">
        <dt className="text-muted-foreground">Sent as</dt>
        <dd className="min-w-0 wrap-anywhere">{caller}</dd>
        <dt className="text-muted-foreground">
          <Term id="allowed-call">Allowed call</Term> changes
        </dt>
        <dd>
          {touches.length === 0
            ? 'No rows (the risk is what it reveals)'
            : touches.map(({ change, rows }) => `${change} (${rows})`).join(', ')}
        </dd>
        <dt className="text-muted-foreground">Expected refusal</dt>
        <dd>{demandOf(refusal)}</dd>
      </dl>
      <figure className="overflow-hidden rounded-lg border bg-card">
        <figcaption className="flex items-center justify-between gap-3 border-b px-4 py-1.5 text-muted-foreground">
          Run it from a shell
          <CopyButton text={curl} label="Copy" />
        </figcaption>
        <Scroller label="Attack as a curl command" className="max-h-72 overflow-y-auto">
          <pre className="px-4 py-3.5 text-xs leading-5 whitespace-pre-wrap wrap-anywhere">
            <code className="font-mono">{curl}</code>
          </pre>
        </Scroller>
      </figure>
      {browserCall ? (
        <FireHere
          call={browserCall}
          demanded={refusal}
          file={file}
          definition={definition}
          times={times}
          mistake={mistake}
        />
      ) : (
        <p className="text-muted-foreground">
          A browser can't send this request because it needs another session or headers a page can't set. The
          server sends it to itself instead.
        </p>
      )}
      <FireForm
        endpoint={exportName}
        attack={id}
        mistake={mistake}
        variant={browserCall ? 'outline' : 'default'}
      />
      <RefusalList refusals={refusals} />
    </section>
  )
}

function demandOf({
  codes = [],
  invalid,
  pages = [],
  thrown = [],
  redirect,
}: Props['attack']['refusal']): string {
  const framework = [...new Set([...thrown, ...pages])].filter(Boolean).toSorted((a, b) => a - b)
  return [
    ...codes,
    ...(invalid ? ['invalid input'] : []),
    ...(framework.length > 0 ? [`status ${framework.join(', ')} from Next.js`] : []),
    ...(redirect ? ['a redirect with no changes'] : []),
  ].join(', or ')
}
