import { baseUrl } from '../fixtures/environment'
import { toCurl } from '../fixtures/curl'
import { leaksIn } from '../fixtures/leaks'
import { demoPassword, organizationsOf, people } from '../fixtures/people'
import { send, type RawRequest, type RawResponse } from '../fixtures/raw-http'
import { parseSessionCookie } from '../fixtures/sessions'
import { unexpectedChanges, withoutExpected, type ExpectedChange } from '../fixtures/expectation'
import { MAIL, repositoryDirectory, type Arena } from './arena'
import { judge } from './judge'
import type { RowChange, State } from '../fixtures/difference'
import type { Shot } from './attack'
import type { Caller } from './caller'
import type { NamedRow } from './matrix/row'

export interface Breach {
  label: string
  problems: string[]
  curl: string
}

/** Fires one shot at an endpoint and puts the database back. */
export async function fire(arena: Arena, row: NamedRow, shot: Shot): Promise<Breach | undefined> {
  await arena.database.resetCounters()
  const before = await arranged(arena, shot)
  const requests = [shot.request, ...(shot.alongside ?? [])]
  const replies = await Promise.all(requests.map(send))
  const input = shot.input ?? row.input(arena)
  // What must not happen needs no description of how it would look.
  const rightful = shot.changes ?? (shot.must === 'hold' ? [] : row.changes(arena, input))
  const after = await settled(arena, before, rightful)
  const leaks = replies.flatMap((reply, index) =>
    leaksOf(arena, row, shot.caller, reply, requests[index] ?? shot.request),
  )
  const problems = judge(shot, row, input, {
    changes: swept(arena.changes(before, after), shot),
    rightful,
    replies,
    leaks,
  })
  await arena.restore(after)
  if (problems.length === 0) return undefined
  return { label: shot.label, problems, curl: curlOf(shot) }
}

async function arranged(arena: Arena, shot: Shot): Promise<State> {
  if (!shot.arrange) return arena.record.baseline
  await shot.arrange(arena)
  return arena.snapshot()
}

function swept(changes: RowChange[], { sweeps = [] }: Shot): RowChange[] {
  return sweeps.reduce((left, sweep) => withoutExpected(left, sweep), changes)
}

const PATIENCE = 3000

/** Mail goes out after the answer, so where some is due it is waited for. */
async function settled(arena: Arena, before: State, rightful: readonly ExpectedChange[]): Promise<State> {
  const until = Date.now() + PATIENCE
  for (;;) {
    const after = await arena.snapshot()
    const mailDue = rightful.some(({ table }) => table === MAIL)
    const changes = arena.changes(before, after)
    const began = changes.some(({ table }) => table !== MAIL) || rightful.every(({ table }) => table === MAIL)
    const waits = mailDue && began && unexpectedChanges(changes, rightful).length > 0
    if (!waits || Date.now() > until) return after
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

/** What a reply must not tell this caller. What they sent themselves is no secret to them. */
function leaksOf(
  arena: Arena,
  row: NamedRow,
  caller: Caller,
  reply: RawResponse,
  request: RawRequest,
): string[] {
  const sent = [request.path, ...Object.values(request.headers), request.body?.toString('utf8') ?? '']
    .join('\n')
    .toLowerCase()
  const unsent = (secret: string) => !sent.includes(secret.toLowerCase())
  const headers = Object.entries(reply.headers).map(([name, value]) => `${name}: ${value}`)
  const input = row.input(arena)
  return leaksIn([...headers, reply.body].join('\n'), {
    columnNames: arena.database.columnNames.filter(unsent),
    // In development the sign-in page shows the demo people and their password.
    passwords: row.fields
      .filter(({ secret }) => secret)
      .map(({ path }) => String(input[path]))
      .filter((password) => !(arena.development && password === demoPassword)),
    foreign: foreignTo(arena, caller).filter(unsent),
    directory: repositoryDirectory,
    development: arena.development,
  })
}

export function foreignTo(arena: Arena, { person }: Caller): string[] {
  const readable = (person ? organizationsOf[person] : []).map((slug) => arena.organizationId(slug))
  const hidden = arena.rows('organization').filter(({ id }) => !readable.includes(String(id)))
  const shown = arena.rows('task').filter(({ organization_id }) => readable.includes(String(organization_id)))
  const titles = arena
    .rows('task')
    .filter(({ organization_id }) => hidden.some(({ id }) => id === organization_id))
    .map(({ title }) => String(title))
    .filter((title) => title.length >= 12 && !shown.some((task) => task.title === title))
  const readableUsers = arena
    .rows('member')
    .filter(({ organization_id }) => readable.includes(String(organization_id)))
  const addresses = arena
    .rows('user')
    .filter(({ id, email }) => email !== person && !readableUsers.some(({ user_id }) => user_id === id))
    .map(({ email }) => String(email))
  const sessions = people
    .filter((other) => other !== person)
    .map((other) => parseSessionCookie(arena.session(other).cookie).token)
  const { verify, reset } = arena.record.tokens
  return [...titles, ...(arena.development ? [] : addresses), ...sessions, verify, reset]
}

function curlOf({ request, caller, arrange, alongside }: Shot): string {
  const line = toCurl(request, baseUrl().origin, caller.cookie)
  const notes = [
    ...(arrange ? ['after the set-up that the attack names'] : []),
    ...(alongside ? [`${alongside.length + 1} at the same time`] : []),
  ]
  return notes.length > 0 ? `${line} # ${notes.join(', ')}` : line
}
