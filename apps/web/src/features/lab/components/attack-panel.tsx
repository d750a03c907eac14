import { CopyButton } from '@/components/copy-button'
import { Scroller } from '@/components/scroller'

import type { loadAttack } from '../loaders'
import type { RecentRefusal } from '../firing/recent-refusals'
import { FireForm } from './fire-form'
import { FireHere } from './fire-here'
import { RefusalList } from './refusal-list'

interface Props {
  endpoint: string
  /** Where the endpoint stands. */
  file: string
  attack: Awaited<ReturnType<typeof loadAttack>>
  refusals: readonly RecentRefusal[]
}

/** One attack: who makes it, the line that makes it from a shell, and what the rightful call would have changed. */
export function AttackPanel({ endpoint, file, attack, refusals }: Props) {
  const { id, name, label, caller, curl, touches, refusal, browserCall, times } = attack
  return (
    <section aria-labelledby="attack" className="min-w-0 space-y-5">
      <div className="space-y-1">
        <h2 id="attack" className="scroll-mt-4 text-lg font-semibold first-letter:uppercase">
          {name}
        </h2>
        {label === name ? null : <p className="text-muted-foreground wrap-anywhere">{label}</p>}
      </div>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[9rem_minmax(0,1fr)]">
        <dt className="text-muted-foreground">Called as</dt>
        <dd className="min-w-0 wrap-anywhere">{caller}</dd>
        <dt className="text-muted-foreground">Would change</dt>
        <dd>
          {touches.length === 0
            ? 'No row: what it gives away is what counts'
            : touches.map(({ change, rows }) => `${change} (${rows})`).join(', ')}
        </dd>
        <dt className="text-muted-foreground">Has to end in</dt>
        <dd>{demandOf(refusal)}</dd>
      </dl>
      <figure className="overflow-hidden rounded-lg border bg-card">
        <figcaption className="flex items-center justify-between gap-3 border-b px-4 py-1.5 text-muted-foreground">
          From a shell, as it stands
          <CopyButton text={curl} label="Copy" />
        </figcaption>
        <Scroller label="The attack as a curl line" className="max-h-72 overflow-y-auto">
          <pre className="px-4 py-3.5 text-xs leading-5 whitespace-pre-wrap wrap-anywhere">
            <code className="font-mono">{curl}</code>
          </pre>
        </Scroller>
      </figure>
      {browserCall ? (
        <FireHere call={browserCall} demanded={refusal} file={file} times={times} />
      ) : (
        <p className="text-muted-foreground">
          No browser lets a page send this: it has a session, or headers, that are not the page’s to choose.
          So the server fires it at itself.
        </p>
      )}
      <FireForm endpoint={endpoint} attack={id} variant={browserCall ? 'outline' : 'default'} />
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
    ...(invalid ? ['refused input'] : []),
    ...(framework.length > 0 ? [`status ${framework.join(', ')} by the framework`] : []),
    ...(redirect ? ['a redirect that changes nothing'] : []),
  ].join(', or ')
}
