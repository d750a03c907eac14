import type { Metadata } from 'next'
import type { ReactNode } from 'react'

import { PageHeader } from '@/components/page-header'
import { TextLink } from '@/components/text-link'
import { attackHref } from '@/features/lab/catalogue/attack-href'
import { AttackPanel } from '@/features/lab/components/attack-panel'
import { ChallengePart } from '@/features/lab/components/challenge-part'
import { CodeFigure } from '@/features/lab/components/code-figure'
import { Explained } from '@/features/lab/components/explained'
import { Explanation } from '@/features/lab/components/explanation'
import { FindPart } from '@/features/lab/components/find-part'
import { FixPart } from '@/features/lab/components/fix-part'
import { PathLinks } from '@/features/lab/components/path-links'
import { RulePart } from '@/features/lab/components/rule-part'
import { foundIn } from '@/features/lab/find/find'
import { loadAttack, loadLesson, loadRecentRefusals, loadSolved, loadTargets } from '@/features/lab/loaders'
import { isSolved, solutionOf } from '@/features/lab/progress/steps'

interface Props {
  params: Promise<{ lesson: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lesson } = await loadLesson((await params).lesson)
  return { title: lesson.title }
}

export default async function LessonPage({ params }: Props) {
  const { lesson, code } = await loadLesson((await params).lesson)
  const { slug, title, summary, mistake, attack, fix, endpoint, fires, rule, challenge, find, fixes } = lesson
  const target = (await loadTargets()).find(({ exportName }) => exportName === endpoint)
  if (!target) throw new Error(`The lesson ${lesson.slug} attacks ${endpoint}, which is not an endpoint.`)
  const [fired, refusals, solved] = await Promise.all([
    loadAttack(endpoint, fires),
    loadRecentRefusals(target.name),
    loadSolved(),
  ])
  return (
    <article className="max-w-4xl space-y-10">
      <PageHeader title={title} description={<Explained text={summary} />} />
      <ChallengePart slug={slug} challenge={challenge} solved={isSolved(solved, `${slug}.attack`)} />
      {code.mistake ? (
        <FindPart
          slug={slug}
          code={code.mistake.code}
          solved={isSolved(solved, `${slug}.find`)}
          found={foundIn(code.mistake.code, find, solutionOf(solved, `${slug}.find`))}
        />
      ) : null}
      {code.chains.length > 0 ? (
        <FixPart
          slug={slug}
          fixes={fixes}
          codes={code.chains}
          used={code.used}
          solved={isSolved(solved, `${slug}.fix`)}
          found={solutionOf(solved, `${slug}.fix`)}
        />
      ) : null}
      <Explanation>
        <Section id="mistake" title="The mistake" text={mistake}>
          {code.mistake ? <CodeFigure code={code.mistake} tone="mistake" /> : null}
        </Section>
        <Section id="attack-part" title="The attack" text={attack}>
          <p>
            Try it against <code>{endpoint}</code> in this app, or see{' '}
            <TextLink href={attackHref(endpoint)}>more attacks on the same endpoint</TextLink>.
          </p>
          <AttackPanel endpoint={target} attack={fired} refusals={refusals} />
        </Section>
        <Section id="fix" title="The fix" text={fix}>
          <p className="max-w-2xl text-muted-foreground">
            In this repository the clients are called <code>publicActionClient</code>,{' '}
            <code>authenticatedActionClient</code>, and <code>organizationActionClient</code>.
          </p>
          {code.fix.map((part) => (
            <CodeFigure key={`${part.file} ${part.line}`} code={part} tone="fix" />
          ))}
        </Section>
      </Explanation>
      <RulePart rule={rule} />
      <PathLinks href={`/lab/${slug}`} />
    </article>
  )
}

function Section({
  id,
  title,
  text,
  children,
}: {
  id: string
  title: string
  text: string
  children: ReactNode
}) {
  return (
    <section aria-labelledby={id} className="space-y-4">
      <h2 id={id} className="text-lg font-semibold">
        {title}
      </h2>
      <p className="max-w-2xl">
        <Explained text={text} />
      </p>
      {children}
    </section>
  )
}
