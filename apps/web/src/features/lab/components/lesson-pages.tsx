import { Icon } from '@/components/icon/icon'
import { ButtonLink } from '@/components/ui/button-link'

import type { Lesson } from '../lessons/lesson'

/** Links to the previous and next lesson. */
export function LessonPages({ previous, next }: { previous?: Lesson; next?: Lesson }) {
  return (
    <nav aria-label="Lessons" className="flex flex-wrap justify-between gap-3 border-t pt-5">
      {previous ? (
        <ButtonLink href={`/lab/${previous.slug}`} variant="outline" prefetch={false}>
          <Icon name="arrow-left" />
          {previous.title}
        </ButtonLink>
      ) : (
        <span />
      )}
      {next ? (
        <ButtonLink href={`/lab/${next.slug}`} variant="outline" prefetch={false}>
          {next.title}
          <Icon name="arrow-right" />
        </ButtonLink>
      ) : null}
    </nav>
  )
}
