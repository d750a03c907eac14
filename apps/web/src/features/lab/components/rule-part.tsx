import { CopyButton } from '@/components/copy-button'

const COMMAND = 'npx pnpm audit:actions /path/to/your/app'

/** Explains how to find a lesson's mistake in another app. */
export function RulePart({ rule }: { rule: string }) {
  return (
    <section aria-labelledby="your-app" className="space-y-4">
      <h2 id="your-app" className="text-lg font-semibold">
        Your own app
      </h2>
      <p className="max-w-2xl">
        The audit reads any Next app without running it, and reports this mistake as <code>{rule}</code>. The
        rule is explained in <code className="wrap-anywhere">proof/action-audit/docs/rules/{rule}.md</code>.
      </p>
      <div className="flex flex-wrap items-center justify-between gap-x-3 rounded-lg border bg-card py-1.5 pr-1.5 pl-4">
        <code className="font-mono text-xs wrap-anywhere">{COMMAND}</code>
        <CopyButton text={COMMAND} label="Copy" />
      </div>
    </section>
  )
}
