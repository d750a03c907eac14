import type { Metadata } from 'next'

import { PageHeader } from '@/components/page-header'
import { RuleText } from '@/features/lab/components/rule-text'
import { loadRule } from '@/features/lab/loaders'

interface Props {
  params: Promise<{ rule: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { rule } = await params
  await loadRule(rule)
  return { title: rule }
}

export default async function RulePage({ params }: Props) {
  const { rule } = await params
  return (
    <article className="max-w-3xl space-y-4">
      <PageHeader title={rule} description="A rule of the audit." />
      <RuleText text={await loadRule(rule)} />
      <p>
        Run the audit from your repository, which can be any Next app, with <code>npx action-audit</code>. Or
        run it from a copy of this repository: <code>npx pnpm audit:actions /path/to/your/app</code>
      </p>
    </article>
  )
}
