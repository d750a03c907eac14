import { CopyButton } from '@/components/copy-button'
import { TextLink } from '@/components/text-link'

const COMMAND = 'npx action-audit'

/** Says how to find a lesson's mistake in another app. */
export function RulePart({ rule }: { rule: string }) {
  return (
    <section aria-labelledby="your-app" className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <h2 id="your-app" className="text-lg font-semibold">
        Your own app
      </h2>
      <p className="w-full">
        This command finds the mistake in your code. Its rule is{' '}
        <TextLink href={`/lab/rules/${rule}`}>{rule}</TextLink>.
      </p>
      <code className="font-mono text-xs wrap-anywhere">{COMMAND}</code>
      <CopyButton text={COMMAND} label="Copy" />
    </section>
  )
}
