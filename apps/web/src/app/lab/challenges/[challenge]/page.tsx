import type { Metadata } from 'next'

import { PageHeader } from '@/components/page-header'
import { ChallengePart } from '@/features/lab/components/challenge-part'
import { CodeFigure } from '@/features/lab/components/code-figure'
import { Explained } from '@/features/lab/components/explained'
import { Explanation } from '@/features/lab/components/explanation'
import { PathLinks } from '@/features/lab/components/path-links'
import { RulePart } from '@/features/lab/components/rule-part'
import { loadExtra, loadExtraCode, loadSolved } from '@/features/lab/loaders'

interface Props {
  params: Promise<{ challenge: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: loadExtra((await params).challenge).title }
}

export default async function ChallengePage({ params }: Props) {
  const { slug, title, summary, explanation, rule, challenge } = loadExtra((await params).challenge)
  const code = await loadExtraCode(slug)
  const solved = (await loadSolved()).includes(`${slug}.attack`)
  return (
    <article className="max-w-4xl space-y-10">
      <PageHeader title={title} description={<Explained text={summary} />} />
      <ChallengePart slug={slug} challenge={challenge} solved={solved} />
      <Explanation>
        <p className="max-w-2xl">
          <Explained text={explanation} />
        </p>
        {code ? <CodeFigure code={code} tone="mistake" /> : null}
      </Explanation>
      <RulePart rule={rule} />
      <PathLinks href={`/lab/challenges/${slug}`} />
    </article>
  )
}
