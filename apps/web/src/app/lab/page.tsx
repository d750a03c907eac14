import type { Metadata } from 'next'

import { PageHeader } from '@/components/page-header'
import { TextLink } from '@/components/text-link'
import { LessonList } from '@/features/lab/components/lesson-list'
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
            A Server Action looks like a function, but it's a public endpoint that anyone can POST to. Each
            lesson covers one common mistake: how it goes wrong, an attack you can run against this app, and
            the code that stops it. You can also <TextLink href="/lab/attack">attack any endpoint</TextLink>{' '}
            the way the test suite does, or{' '}
            <TextLink href="/lab/inventory">see what guards each endpoint</TextLink>.
          </span>
        }
      />
      <LessonList lessons={lessons} />
    </div>
  )
}
