import type { Metadata } from 'next'

import { PageHeader } from '@/components/page-header'
import { TextLink } from '@/components/text-link'
import { LessonList } from '@/features/lab/components/lesson-list'
import { Terms } from '@/features/lab/components/terms'
import { loadLessons } from '@/features/lab/loaders'

export const metadata: Metadata = { title: 'Lab' }

export default function LabPage() {
  const lessons = loadLessons()
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
      <LessonList lessons={lessons} />
      <Terms />
    </div>
  )
}
