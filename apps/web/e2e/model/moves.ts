import * as fc from 'fast-check'

import { versionOf } from '@kit/action-middleware/input/version'

import {
  become,
  height,
  organizations,
  people,
  refused,
  roles,
  unlessLastOwner,
  type Ending,
  type Name,
  type RoleName,
  type Slug,
  type World,
} from './rules'
import type { Stage } from './stage'

/** An attempt to change a membership. Add a new kind to `anyMove` and the sequences and invariants cover it. */
export interface Move {
  /** Its text in a counterexample. */
  says: string
  actor: Name
  slug: Slug
  /** The outcome that the rules require. */
  expect: (world: World) => Ending
  /** Calls the real action. */
  play: (stage: Stage) => Promise<unknown>
}

const name = fc.constantFrom(...people)
const slug = fc.constantFrom(...organizations)
const role = fc.constantFrom(...roles)

/** The target's membership in `from`, which doesn't have to be the organization that the call names. */
const acting = { actor: name, slug, target: name, from: slug }

/** Refuses the move unless an admin acts on a lower member of the same organization. */
function checkRank(world: World, { actor, slug: at, target, from }: Acting): Ending | undefined {
  const own = world[at][actor]
  if (!own) return refused(world, 'NOT_FOUND')
  if (height(own) < height('admin')) return refused(world, 'FORBIDDEN')
  const theirs = from === at ? world[at][target] : undefined
  if (!theirs) return refused(world, 'NOT_FOUND')
  return height(theirs) < height(own) ? undefined : refused(world, 'FORBIDDEN')
}

interface Acting {
  actor: Name
  slug: Slug
  target: Name
  from: Slug
}

const changeRole = fc.record({ ...acting, role }).map((move): Move => ({
  ...move,
  says: `${move.actor} makes ${move.target} of ${move.from} ${move.role} in ${move.slug}`,
  expect: (world) => {
    const refusal = checkRank(world, move)
    if (refusal) return refusal
    const own = world[move.slug][move.actor]
    const mayGive = own === 'owner' || (own && height(move.role) < height(own))
    return mayGive
      ? { verdict: 'done', world: become(world, move.slug, move.target, move.role) }
      : refused(world, 'FORBIDDEN')
  },
  play: async (stage) => {
    const replaced = (await stage.world())[move.from][move.target]
    return stage.members.changeRoleAction({
      organization: move.slug,
      memberId: stage.memberId(move.from, move.target),
      role: move.role,
      version: versionOf({ role: replaced }),
    })
  },
}))

const remove = fc.record(acting).map((move): Move => ({
  ...move,
  says: `${move.actor} removes ${move.target} of ${move.from} in ${move.slug}`,
  expect: (world) =>
    checkRank(world, move) ?? { verdict: 'done', world: become(world, move.slug, move.target, undefined) },
  play: (stage) =>
    stage.members.removeMemberAction({
      organization: move.slug,
      memberId: stage.memberId(move.from, move.target),
    }),
}))

const leave = fc.record({ actor: name, slug }).map((move): Move => ({
  ...move,
  says: `${move.actor} leaves ${move.slug}`,
  expect: (world) =>
    world[move.slug][move.actor]
      ? unlessLastOwner(world, move.slug, become(world, move.slug, move.actor, undefined))
      : refused(world, 'NOT_FOUND'),
  play: (stage) =>
    stage.organizations.leaveOrganizationAction({}, form({ organization: move.slug, sure: 'yes' })),
}))

const transfer = fc.record({ actor: name, slug, target: name }).map((move): Move => ({
  ...move,
  says: `${move.actor} transfers ${move.slug} to ${move.target}`,
  expect: (world) => {
    const own = world[move.slug][move.actor]
    if (!own) return refused(world, 'NOT_FOUND')
    if (own !== 'owner') return refused(world, 'FORBIDDEN')
    if (move.target === move.actor || !world[move.slug][move.target]) return refused(world, 'NOT_FOUND')
    const given: RoleName = 'owner'
    return {
      verdict: 'done',
      world: become(become(world, move.slug, move.target, given), move.slug, move.actor, 'admin'),
    }
  },
  play: (stage) =>
    stage.organizations.transferOwnershipAction(
      {},
      form({ organization: move.slug, email: stage.emailOf(move.target) }),
    ),
}))

function form(fields: Record<string, string>): FormData {
  const data = new FormData()
  for (const [key, value] of Object.entries(fields)) data.set(key, value)
  return data
}

export const anyMove: fc.Arbitrary<Move> = fc
  .oneof(
    { arbitrary: changeRole, weight: 4 },
    { arbitrary: remove, weight: 2 },
    { arbitrary: leave, weight: 2 },
    { arbitrary: transfer, weight: 2 },
  )
  .map((move) => Object.assign(move, { [fc.toStringMethod]: () => move.says }))
