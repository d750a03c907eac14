import { leaksIn } from '../http/leaks'
import {
  bystanders,
  demoPassword,
  organizationsOf,
  people,
  type OrganizationSlug,
  type Person,
} from '../app/people'
import { parseSessionCookie } from '../app/sessions'
import { repositoryDirectory, type Arena } from './arena'
import type { RawRequest, RawResponse } from '../http/raw-http'
import type { Shot } from './attack'
import type { Caller } from './caller'
import type { Input, NamedRow } from './row'

/** Shorter text can't be a password of this app, and could appear on any page. */
const SHORTEST_PASSWORD = 12

/** Emails on pages that name people. */
const known: readonly string[] = [...people, ...Object.values(bystanders)]

/** Returns what a reply leaks to this caller. Values they sent don't count. */
export function leaksOf(
  arena: Arena,
  row: NamedRow,
  { caller, input, must }: { caller: Caller; input: Input; must: Shot['must'] },
  reply: RawResponse,
  request: RawRequest,
): string[] {
  const { fields, joins, showsPeople } = row
  const proved = row.kind === 'public' && must !== 'hold' ? row.proves : undefined
  const provedEmail = row.kind === 'public' && must !== 'hold' ? row.provesEmail : undefined
  const reader = proved ? { ...caller, person: proved } : caller
  const headers = Object.entries(reply.headers).map(([name, value]) => `${name}: ${value}`)
  const text = [...headers, reply.body].join('\n')
  // Checked first, because most replies contain no secret and the sent text can be long.
  const isPresent = (secret: string) => text.includes(secret)
  const sent = [request.path, ...Object.values(request.headers), request.body?.toString('utf8') ?? '']
    .join('\n')
    .toLowerCase()
  const unsent = (secret: string) => !sent.includes(secret.toLowerCase())
  return leaksIn(text, {
    columnNames: arena.database.columnNames.filter(isPresent).filter(unsent),
    // In development the sign-in page shows the demo people and their password.
    passwords: fields
      .filter(({ secret }) => secret)
      .map(({ path }) => input[path])
      .filter((value) => typeof value === 'string' && value.length >= SHORTEST_PASSWORD)
      .map(String)
      .filter((password) => !(arena.development && password === demoPassword)),
    foreign: foreignFor(arena, row, reader, must === 'hold' ? undefined : joins)
      .filter(isPresent)
      .filter(unsent)
      .filter((secret) => secret !== provedEmail)
      .filter((secret) => !(showsPeople && known.includes(secret))),
    directory: repositoryDirectory,
    development: arena.development,
  })
}

/** Super-admins may read everyone's data where the row says so. */
function foreignFor(arena: Arena, row: NamedRow, reader: Caller, joined?: OrganizationSlug) {
  const readsAll = row.kind === 'admin' && row.ofEverybody && reader.person === 'root@gatehouse.test'
  return readsAll ? keysOfOthers(arena, reader.person) : foreignTo(arena, reader, joined)
}

const foreign = new WeakMap<Arena, Map<string, readonly string[]>>()

/** Returns what this caller may not read: content, emails, sessions and links of others. */
export function foreignTo(arena: Arena, { person }: Caller, joined?: OrganizationSlug): readonly string[] {
  const known = foreign.get(arena) ?? new Map<string, readonly string[]>()
  foreign.set(arena, known)
  const key = JSON.stringify([person, joined])
  const found = known.get(key) ?? findForeign(arena, person, joined)
  known.set(key, found)
  return found
}

function findForeign(arena: Arena, person?: Person, joined?: OrganizationSlug): string[] {
  const slugs = [...(person ? organizationsOf[person] : []), ...(joined ? [joined] : [])]
  const readable = slugs.map((slug) => arena.organizationId(slug))
  const hidden = arena.rows('organization').filter(({ id }) => !readable.includes(String(id)))
  const shown = new Set(contentsOf(arena, readable))
  const contents = contentsOf(
    arena,
    hidden.map(({ id }) => String(id)),
  ).filter((text) => !shown.has(text))
  const readableUsers = arena
    .rows('member')
    .filter(({ organization_id }) => readable.includes(String(organization_id)))
  // An organization may see the emails it has invited, but not their accounts.
  const invitedHere = arena
    .rows('invitation')
    .filter(({ organization_id }) => readable.includes(String(organization_id)))
    .map(({ email }) => email)
  const emails = arena
    .rows('user')
    .filter(({ id, email }) => email !== person && !readableUsers.some(({ user_id }) => user_id === id))
    .filter(({ email }) => !invitedHere.includes(email))
    .map(({ email }) => String(email))
  const invited = arena
    .rows('invitation')
    .filter(
      ({ organization_id, email }) => hidden.some(({ id }) => id === organization_id) && email !== person,
    )
    .map(({ email }) => String(email))
  return [...contents, ...(arena.development ? [] : [...emails, ...invited]), ...keysOfOthers(arena, person)]
}

/** Short text or a single word could appear on any page. */
const isDistinctive = (value: unknown): value is string =>
  typeof value === 'string' && value.length >= 12 && /\S \S/.test(value)

/** Returns the content of these organizations' rows. */
function contentsOf(arena: Arena, organizationIds: readonly string[]): string[] {
  return arena.tenantTables().flatMap((table) =>
    arena
      .rows(table)
      .filter(({ organization_id }) => organizationIds.includes(String(organization_id)))
      .flatMap((row) => Object.values(row).filter(isDistinctive)),
  )
}

/** Returns other people's secrets, such as sessions and links, which not even a super-admin may read. */
export function keysOfOthers(arena: Arena, person?: Person): string[] {
  const sessions = people
    .filter((other) => other !== person)
    .map((other) => parseSessionCookie(arena.session(other).cookie).token)
  const keys = Object.entries(arena.record.twoFactor)
    .filter(([email]) => email !== person)
    .map(([, { key }]) => key)
  return [...sessions, ...keys, ...Object.values(arena.record.tokens)]
}
