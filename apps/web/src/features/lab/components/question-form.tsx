'use client'

import { useRouter } from 'next/navigation'

import { isRecord } from '@kit/action-middleware/errors/action-reply'
import { ActionForm } from '@/components/form/action-form'
import { useForm } from '@/components/form/form-context'
import { TextLink } from '@/components/text-link'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/lib/cn'

import { answerQuestionAction } from '../actions'
import { letters, type AskedQuestion, type Letter } from '../questions/question'

/** The answers to a question, and what is right or wrong about the chosen one. */
export function QuestionForm({ id, answers, found }: Omit<AskedQuestion, 'text'>) {
  const router = useRouter()
  return (
    <ActionForm
      action={answerQuestionAction}
      initialState={found && { data: found }}
      onSuccess={({ right }) => (right ? router.refresh() : undefined)}
      renderAnswer={({ right, why, lesson, answer }) => (
        <p className="flex flex-wrap items-baseline gap-2">
          <Badge variant={right ? 'success' : 'neutral'}>
            {answer.toUpperCase()}: {right ? 'right' : 'wrong'}
          </Badge>
          <span className="min-w-0 flex-1 basis-64">
            {why} {right ? null : <TextLink href={`/lab/${lesson}`}>Open the lesson</TextLink>}
          </span>
        </p>
      )}
    >
      <input type="hidden" name="question" value={id} />
      <ul className="overflow-hidden rounded-lg border bg-card">
        {letters.map((letter) => (
          <li key={letter} className="border-b last:border-b-0">
            <Answer letter={letter} text={answers[letter]} />
          </li>
        ))}
      </ul>
    </ActionForm>
  )
}

function Answer({ letter, text }: { letter: Letter; text: string }) {
  const { pending, state } = useForm()
  const chosen = isRecord(state.data) && state.data.answer === letter ? state.data : null
  return (
    <button
      type="submit"
      name="answer"
      value={letter}
      aria-disabled={pending}
      aria-current={chosen ? true : undefined}
      className={cn(
        'flex min-h-11 w-full gap-3 px-4 py-2.5 text-left hover:bg-accent focus-visible:-outline-offset-2',
        chosen && (chosen.right === true ? 'bg-success/12' : 'bg-destructive/8'),
      )}
    >
      <span className="text-muted-foreground">{letter.toUpperCase()}</span>
      {text}
    </button>
  )
}
