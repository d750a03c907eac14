import type { Metadata } from 'next'

import { PageHeader } from '@/components/page-header'
import { TextLink } from '@/components/text-link'
import { Explained } from '@/features/lab/components/explained'
import { ExtraList } from '@/features/lab/components/extra-list'
import { LessonList } from '@/features/lab/components/lesson-list'
import { Progress } from '@/features/lab/components/progress'
import { Terms } from '@/features/lab/components/terms'
import { countSolved } from '@/features/lab/progress/count'
import { loadExtras, loadLessons, loadSolved } from '@/features/lab/loaders'

export const metadata: Metadata = { title: 'Lab' }

export default async function LabPage() {
  const [lessons, extras] = [loadLessons(), loadExtras()]
  const solved = await loadSolved()
  const progress = countSolved(solved)
  return (
    <div className="space-y-8">
      <PageHeader
        title="Lab"
        description={
          <span className="block max-w-3xl">
            <Explained text="A Server Action looks like a function, but it’s a public endpoint that anyone can call. Each lesson covers one mistake: attack an unguarded app that makes it, find the line that makes the mistake, and choose the fix. The first eight lessons are the core path. They take about 25 minutes, without the explanations, which are optional. The" />{' '}
            <TextLink href="/lab/questions">ten questions</TextLink> at its end take about five more.
          </span>
        }
      />
      <Progress {...progress} />
      <LessonList lessons={lessons} solved={solved} />
      <ExtraList extras={extras} answers={progress.answers} solved={solved} />
      <Terms />
    </div>
  )
}
