import { Icon } from '@/components/icon/icon'
import { TextLink } from '@/components/text-link'
import { ButtonLink } from '@/components/ui/button-link'

import { endsCore, neighborsOf } from '../lessons/path'

/** Links to the pages before and after this one, from the first lesson to the questions, and back to the overview. */
export function PathLinks({ href }: { href: string }) {
  const { previous, next } = neighborsOf(href)
  return (
    <nav aria-label="Lessons" className="flex flex-wrap justify-between gap-3 border-t pt-5">
      {endsCore(href) ? (
        <p className="w-full">
          That was the core path. Answer the <TextLink href="/lab/questions">ten questions</TextLink> now, or
          go on with the pitfalls, which help with three of them.
        </p>
      ) : null}
      {previous ? (
        <ButtonLink href={previous.href} variant="outline" prefetch={false}>
          <Icon name="arrow-left" />
          {previous.title}
        </ButtonLink>
      ) : (
        <span />
      )}
      <ButtonLink href={next?.href ?? '/lab'} variant="outline" prefetch={false}>
        {next?.title ?? 'Your progress'}
        <Icon name="arrow-right" />
      </ButtonLink>
    </nav>
  )
}
