import type { Metadata } from 'next'

import { PageHeader } from '@/components/page-header'
import { TextLink } from '@/components/text-link'
import { Explained } from '@/features/lab/components/explained'
import { ExtraList } from '@/features/lab/components/extra-list'
import { LessonList } from '@/features/lab/components/lesson-list'
import { Progress } from '@/features/lab/components/progress'
import { Terms } from '@/features/lab/components/terms'
import { loadExtras, loadLessons, loadQuestions, loadSolved } from '@/features/lab/loaders'
import { parts } from '@/features/lab/progress/steps'

export const metadata: Metadata = { title: 'Lab' }

export default async function LabPage() {
  const [lessons, extras, questions] = [loadLessons(), loadExtras(), loadQuestions()]
  const solved = await loadSolved()
  const total = lessons.length * parts.length + extras.length + questions.length
  return (
    <div className="space-y-8">
      <PageHeader
        title="Lab"
        description={
          <span className="block max-w-3xl">
            <Explained text="A Server Action looks like a function, but it’s a public endpoint that anyone can call. Each lesson covers one mistake. Attack an unguarded app that makes it, find the line that lets you in, and choose the fix. The explanation, which is optional, shows the line of code that stops the same attack here. The first eight lessons are the core path and take about 25 minutes. Then answer" />{' '}
            <TextLink href="/lab/questions">ten questions</TextLink>. You can also{' '}
            <TextLink href="/lab/attack">attack any endpoint</TextLink> the way the test suite does, or{' '}
            <TextLink href="/lab/inventory">see what guards each endpoint</TextLink>.
          </span>
        }
      />
      <Progress solved={solved.length} total={total} />
      <LessonList lessons={lessons} solved={solved} />
      <ExtraList extras={extras} questions={questions.length} solved={solved} />
      <Terms />
    </div>
  )
}
