import { CopyButton } from '@/components/copy-button'
import { TextLink } from '@/components/text-link'

import { Term } from './term'

const COMMAND = 'npx action-audit'

/** Explains how to find a lesson's mistake in another app. */
export function RulePart({ rule }: { rule: string }) {
  return (
    <section aria-labelledby="your-app" className="space-y-4">
      <h2 id="your-app" className="text-lg font-semibold">
        Your own app
      </h2>
      <p className="max-w-2xl">
        The rule <TextLink href={`/lab/rules/${rule}`}>{rule}</TextLink> finds this mistake. Run{' '}
        <Term id="audit">the audit</Term> in your repository. It works with any Next app.
      </p>
      <div className="flex flex-wrap items-center justify-between gap-x-3 rounded-lg border bg-card py-1.5 pr-1.5 pl-4">
        <code className="font-mono text-xs wrap-anywhere">{COMMAND}</code>
        <CopyButton text={COMMAND} label="Copy" />
      </div>
      <p className="max-w-2xl text-muted-foreground">
        Or run it from a copy of this repository: <code>npx pnpm audit:actions /path/to/your/app</code>
      </p>
    </section>
  )
}
