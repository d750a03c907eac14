'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'

import { attackControlAction } from '../actions'
import type { Line } from '../catalogue/inventory'
import type { ControlResult } from '../control/control-group'
import { layerOf } from '../firing/layer'
import { lineOf } from '../firing/line-of'
import { answerOf, isBlocked, describeAnswer, labelOf, type RawReply } from '../firing/reply'
import { AnswerList } from './answer-list'
import type { Shown } from './attack-report'
import { FireButton } from './fire-button'
import { ShotReport } from './shot-report'

export interface BrowserCall {
  method: string
  path: string
  headers: Readonly<Record<string, string>>
  /** One character per byte. */
  body: string | null
}

interface Props {
  call: BrowserCall
  demanded: { pages?: number[]; redirect?: boolean }
  /** The endpoint's file and the lines of its action. */
  file: string
  definition: readonly Line[]
  times: number
  /** The control group's mistake, if the attack is about one. */
  mistake: string | undefined
}

/** Runs an attack from the visitor's browser, without cookies. The control group is attacked by the server. */
export function FireHere({ mistake, ...props }: Props) {
  const router = useRouter()
  const [shot, setShot] = useState<{ report: Shown; control: ControlResult | null }>()
  const [answers, setAnswers] = useState<string[]>([])
  const [failed, setFailed] = useState(false)
  const [pending, startTransition] = useTransition()

  function fire() {
    setAnswers([])
    startTransition(async () => {
      try {
        const [report, control] = await Promise.all([
          reportOf(props, (answer) => setAnswers((earlier) => [...earlier, answer])),
          controlOf(mistake),
        ])
        startTransition(() => {
          setShot({ report, control })
          setFailed(false)
          // The page shows the log entry.
          router.refresh()
        })
      } catch {
        startTransition(() => setFailed(true))
      }
    })
  }

  return (
    <div className="space-y-4">
      <FireButton pending={pending} onClick={fire} label="Run from this browser" />
      <div aria-live="polite">
        {failed ? <p className="text-destructive">The server didn't respond. Try again.</p> : null}
        {pending && props.times > 1 ? <AnswerList answers={answers} /> : null}
        {shot ? <ShotReport {...shot} mistake={mistake} /> : null}
      </div>
    </div>
  )
}

const EXCERPT = 1200

async function controlOf(mistake: string | undefined): Promise<ControlResult | null> {
  if (mistake === undefined) return null
  const { data } = await attackControlAction({ mistake })
  return data ?? null
}

async function reportOf(
  { call, demanded, file, definition, times }: Omit<Props, 'mistake'>,
  onAnswer: (answer: string) => void,
): Promise<Shown> {
  let reply: RawReply = { status: 0, headers: {}, body: '' }
  const answers: string[] = []
  for (let count = 0; count < times; count += 1) {
    reply = await send(call)
    const label = labelOf(answerOf(reply))
    answers.push(label)
    onAnswer(label)
  }
  const answer = answerOf(reply)
  return {
    status: reply.status,
    answer: describeAnswer(answer),
    blocked: isBlocked(reply, answer, demanded),
    layer: layerOf(answer, file) ?? null,
    line: lineOf(answer, definition),
    excerpt: answer.kind === 'page' || answer.kind === 'none' ? null : reply.body.slice(0, EXCERPT),
    answers,
  }
}

async function send({ method, path, headers, body }: BrowserCall): Promise<RawReply> {
  const bytes = body === null ? null : Uint8Array.from(body, (character) => character.charCodeAt(0))
  const reply = await fetch(path, { method, headers, body: bytes, credentials: 'omit', redirect: 'manual' })
  return { status: reply.status, headers: Object.fromEntries(reply.headers), body: await reply.text() }
}
