import type { Metadata } from 'next'

import { PageHeader } from '@/components/page-header'
import { TextLink } from '@/components/text-link'
import { Progress } from '@/features/lab/components/progress'
import { LessonList } from '@/features/lab/components/lesson-list'
import { Terms } from '@/features/lab/components/terms'
import { lessonParts } from '@/features/lab/progress/steps'
import { loadLessons, loadSolved } from '@/features/lab/loaders'

export const metadata: Metadata = { title: 'Lab' }

export default async function LabPage() {
  const lessons = loadLessons()
  const solved = await loadSolved()
  return (
    <div className="space-y-8">
      <PageHeader
        title="Lab"
        description={
          <span className="block max-w-3xl">
            A Server Action looks like a function, but it's a public{' '}
            <TextLink href="#endpoint">endpoint</TextLink> that anyone can call. Each lesson covers one
            mistake. Run the attack: it succeeds against an{' '}
            <TextLink href="#unguarded">unguarded app</TextLink> that makes the mistake, and you see the line
            of code that stops it in this one. You can also{' '}
            <TextLink href="/lab/attack">attack any endpoint</TextLink> the way the test suite does, or{' '}
            <TextLink href="/lab/inventory">see what guards each endpoint</TextLink>.
          </span>
        }
      />
      <Progress solved={solved.length} total={lessons.length * lessonParts.length} />
      <LessonList lessons={lessons} solved={solved} />
      <Terms />
    </div>
  )
}
