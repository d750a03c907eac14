import { Icon } from '@/components/icon/icon'
import { ButtonLink } from '@/components/ui/button-link'

import { endsCore, neighborsOf, QUESTIONS } from '../lessons/path'

/** Links to the pages before and after this one, from the first lesson to the questions, and back to the overview. */
export function PathLinks({ href }: { href: string }) {
  const { previous, next } = neighborsOf(href)
  const isEnd = endsCore(href)
  return (
    <nav aria-label="Lessons" className="flex flex-wrap justify-between gap-3 border-t pt-5">
      {isEnd ? <p className="w-full">This was the last lesson of the core path.</p> : null}
      {previous ? (
        <ButtonLink href={previous.href} variant="outline">
          <Icon name="arrow-left" />
          {previous.title}
        </ButtonLink>
      ) : (
        <span />
      )}
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={next?.href ?? '/lab'} variant="outline">
          {next?.title ?? 'Your progress'}
          {isEnd ? null : <Icon name="arrow-right" />}
        </ButtonLink>
        {isEnd ? (
          <ButtonLink href={QUESTIONS.href}>
            {QUESTIONS.title}
            <Icon name="arrow-right" />
          </ButtonLink>
        ) : null}
      </div>
    </nav>
  )
}
