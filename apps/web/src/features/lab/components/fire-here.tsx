'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'

import { Button } from '@/components/ui/button'

import { layerOf } from '../firing/layer'
import { answerOf, isBlocked, describeAnswer, type RawReply } from '../firing/reply'
import { AttackReport, type Shown } from './attack-report'

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
  /** The endpoint's file. */
  file: string
  times: number
}

/** Runs an attack from the visitor's browser, without cookies. */
export function FireHere({ call, demanded, file, times }: Props) {
  const router = useRouter()
  const [report, setReport] = useState<Shown>()
  const [failed, setFailed] = useState(false)
  const [pending, startTransition] = useTransition()

  function fire() {
    startTransition(async () => {
      try {
        const fired = await reportOf({ call, demanded, file, times })
        startTransition(() => {
          setReport(fired)
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
    <div className="space-y-3">
      <Button onClick={fire} disabled={pending}>
        <span aria-live="polite">{pending ? 'Running…' : 'Run from this browser'}</span>
      </Button>
      <div aria-live="polite">
        {failed ? <p className="text-destructive">The server didn't respond. Try again.</p> : null}
        {report ? <AttackReport report={report} /> : null}
      </div>
    </div>
  )
}

const EXCERPT = 1200

async function reportOf({ call, demanded, file, times }: Props): Promise<Shown> {
  let reply: RawReply = { status: 0, headers: {}, body: '' }
  for (let count = 0; count < times; count += 1) reply = await send(call)
  const answer = answerOf(reply)
  return {
    status: reply.status,
    answer: describeAnswer(answer),
    blocked: isBlocked(reply, answer, demanded),
    layer: layerOf(answer, file) ?? null,
    excerpt: answer.kind === 'page' || answer.kind === 'none' ? null : reply.body.slice(0, EXCERPT),
    sent: times,
  }
}

async function send({ method, path, headers, body }: BrowserCall): Promise<RawReply> {
  const bytes = body === null ? null : Uint8Array.from(body, (character) => character.charCodeAt(0))
  const reply = await fetch(path, { method, headers, body: bytes, credentials: 'omit', redirect: 'manual' })
  return { status: reply.status, headers: Object.fromEntries(reply.headers), body: await reply.text() }
}
