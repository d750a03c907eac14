import 'server-only'

import { ActionError } from '@kit/action-middleware'

import { readAttacks } from '../catalogue/attack-files'
import { attackControlGroup, type ControlResult } from '../control/control-group'
import { demoCookie, forgetDemoCookies } from './demo-session'
import { layerOf, type Layer } from './layer'
import { lineOf } from './line-of'
import { readInventory, type Line } from '../catalogue/inventory'
import { answerOf, isBlocked, describeAnswer, labelOf, type RawReply } from './reply'
import { mistakeOf } from '../lessons/mistake-of'
import { recentRefusals } from './recent-refusals'
import { resolveAttack } from './resolve-attack'
import { sendToSelf, type RawRequest } from './send-to-loopback'

/** The result of an attack. */
export interface Report {
  status: number
  answer: string
  blocked: boolean
  /** The layer that stopped it. Null if none did. */
  layer: Layer | null
  /** The line of the action's definition that refused the call. */
  line: Line | null
  /** The log entry. Null if there is none. */
  event: { kind: string; count: number } | null
  /** The start of the response body. */
  excerpt: string | null
  /** The result of each request, in order. */
  answers: string[]
  /** The control group's result. Null if it has no such mistake or didn't answer. */
  control: ControlResult | null
}

/**
 * Runs an attack against this app, as a demo person or signed out.
 * @throws ActionError NOT_FOUND for an unknown attack, UNAVAILABLE if it can't be sent
 */
export async function fireAttack(name: { endpoint: string; attack: string }): Promise<Report> {
  const known = await readAttacks(name.endpoint)
  const attack = known?.attacks.find(({ id }) => id === name.attack)
  const endpoint = (await readInventory()).find(({ exportName }) => exportName === name.endpoint)
  if (!known || !attack || !endpoint) throw new ActionError('NOT_FOUND')

  const control = attackControlGroup(mistakeOf(name)).catch(() => null)
  const { request, session } = await resolveAttack(attack)
  const began = new Date()
  let reply: RawReply = { status: 0, headers: {}, body: '' }
  const answers: string[] = []
  const sent = session
    ? withCookie(request, session.standIn, await demoCookie(session.email, session.signIn))
    : request
  for (let count = 0; count < attack.times; count += 1) {
    reply = await sendToSelf(sent)
    answers.push(labelOf(answerOf(reply)))
  }
  const answer = answerOf(reply)
  const refusals = await recentRefusals(endpoint.name)
  const event = refusals.find(({ lastSeen }) => new Date(lastSeen) >= began)
  // The session or the demo data changed: sign in again next time.
  if (session && answer.kind === 'error' && answer.code === 'UNAUTHORIZED') forgetDemoCookies()
  return {
    status: reply.status,
    answer: describeAnswer(answer),
    blocked: isBlocked(reply, answer, attack.refusal),
    layer: layerOf(answer, endpoint.file) ?? null,
    line: lineOf(answer, endpoint.definition),
    event: event ? { kind: event.kind, count: event.count } : null,
    excerpt: answer.kind === 'page' || answer.kind === 'none' ? null : reply.body.slice(0, EXCERPT),
    answers,
    control: await control,
  }
}

const EXCERPT = 1200

function withCookie(request: RawRequest, standIn: string, cookie: string): RawRequest {
  const headers = Object.entries(request.headers).map(([name, value]) => [
    name,
    value.replaceAll(standIn, cookie),
  ])
  return { ...request, headers: Object.fromEntries(headers) }
}
