import type { Metadata } from 'next'

import { PageHeader } from '@/components/page-header'
import { TextLink } from '@/components/text-link'
import { LessonList } from '@/features/lab/components/lesson-list'
import { loadLessons } from '@/features/lab/loaders'

export const metadata: Metadata = { title: 'The lab' }

export default function LabPage() {
  const lessons = loadLessons()
  return (
    <div className="space-y-8">
      <PageHeader
        title="The lab"
        description={
          <span className="block max-w-3xl">
            A Server Action looks like a function and is an address that anyone can post to. Here are the
            mistakes that follow from that, one page each: how it goes wrong, an attack that you fire yourself
            at this very app, and the code that stops it. Or{' '}
            <TextLink href="/lab/attack">attack any endpoint</TextLink> as the test suite does, and look at{' '}
            <TextLink href="/lab/inventory">what guards each of them</TextLink>.
          </span>
        }
      />
      <LessonList lessons={lessons} />
    </div>
  )
}
