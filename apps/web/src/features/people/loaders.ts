import 'server-only'
import { notFound } from 'next/navigation'

import { hasInstallationPermission } from '@kit/auth/permissions/installation'
import { sessionsOf } from '@kit/auth/session/sessions'
import { listHandovers } from '@kit/db/people/handover'
import { listPeople } from '@kit/db/people/list'
import { listMembershipsOf, readPerson } from '@kit/db/people/person'
import { readTrail } from '@kit/db/people/trail'
import { listPendingResets, readReset } from '@kit/db/two-factor-reset/pending'
import { canBeImpersonated } from '@/features/impersonation/loaders'
import { requireAdmin } from '@/lib/request/require-admin'

import { type DecisionName, decisionsFor } from './decisions'
import { peopleQuerySchema } from './query'

const PAGE_SIZE = 50

/** A page of everyone with an account. */
export async function loadPeople(searchParams: Record<string, string | string[] | undefined>) {
  await requireAdmin('person.read')
  const query = peopleQuerySchema.parse(searchParams)
  const { people, nextCursor } = await listPeople({ ...query, limit: PAGE_SIZE })
  return {
    query,
    nextCursor,
    resets: (await listPendingResets()).map((reset) => ({
      ...reset,
      expiresAt: reset.expiresAt.toISOString(),
    })),
    people: people.map((person) => ({
      ...person,
      createdAt: person.createdAt.toISOString(),
      lastSeenAt: person.lastSeenAt?.toISOString() ?? null,
    })),
  }
}

/** Everything that `/admin` shows about a person. */
export async function loadPerson(id: string) {
  const reader = await requireAdmin('person.read')
  const person = await findPerson(id)
  const mayDecide = hasInstallationPermission(reader.role, 'person.decide')
  return {
    person: personDto(person),
    /** Undefined for readers who can't make decisions. */
    decisions: mayDecide ? decisionsFor(person, reader.id) : undefined,
    mayImpersonate:
      hasInstallationPermission(reader.role, 'person.impersonate') && canBeImpersonated(person, reader.id),
    memberships: await listMembershipsOf(id),
    sessions: await sessionsOf(id),
    trail: await readTrail(id),
  }
}

/** The form of one decision about a person. */
export async function loadDecision(id: string, name: string) {
  const admin = await requireAdmin('person.decide')
  const person = await findPerson(id)
  const decision = decisionsFor(person, admin.id).find((one) => one === name) ?? notFound()
  return {
    person: personDto(person),
    decision: decision satisfies DecisionName,
    handovers: needHandover.has(decision) ? await listHandovers(id) : [],
  }
}

/** After these decisions, the person can't act as an owner. */
const needHandover: ReadonlySet<DecisionName> = new Set(['suspend', 'delete'])

async function findPerson(id: string) {
  const person = (await readPerson(id)) ?? notFound()
  const reset = await readReset(id)
  return { ...person, reset: reset?.isOver || reset?.isVoid ? undefined : reset }
}

function personDto({ reset, ...person }: Awaited<ReturnType<typeof findPerson>>) {
  return {
    ...person,
    reset: reset && { ...reset, expiresAt: reset.expiresAt.toISOString() },
    createdAt: person.createdAt.toISOString(),
    suspendedUntil: person.suspendedUntil?.toISOString() ?? null,
  }
}

type Loaded = Awaited<ReturnType<typeof loadPerson>>
export type PersonDto = Loaded['person']
export type ResetDto = NonNullable<PersonDto['reset']>
export type MembershipDto = Loaded['memberships'][number]
export type TrailDto = Loaded['trail']
export type PersonRowDto = Awaited<ReturnType<typeof loadPeople>>['people'][number]
export type ResetRowDto = Awaited<ReturnType<typeof loadPeople>>['resets'][number]
export type HandoverDto = Awaited<ReturnType<typeof loadDecision>>['handovers'][number]
