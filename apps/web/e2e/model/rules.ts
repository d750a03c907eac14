/** The membership rules, written a second time: if the app disagrees with them, one of the two is wrong. */

export const people = ['ann', 'bob', 'cid', 'dot', 'eve'] as const
export type Name = (typeof people)[number]

export const organizations = ['north', 'south'] as const
export type Slug = (typeof organizations)[number]

/** Lowest first. */
export const roles = ['viewer', 'editor', 'admin', 'owner'] as const
export type RoleName = (typeof roles)[number]

/** Each person's role in each organization. */
export type World = Readonly<Record<Slug, Readonly<Partial<Record<Name, RoleName>>>>>

export const beginning: World = {
  north: { ann: 'owner', bob: 'admin', cid: 'editor', dot: 'viewer' },
  south: { eve: 'owner', dot: 'owner', ann: 'viewer', cid: 'admin' },
}

export type Verdict = 'done' | 'NOT_FOUND' | 'FORBIDDEN' | 'CONFLICT'

/** How a move ends, and the world after it. */
export interface Ending {
  verdict: Verdict
  world: World
}

export const height = (role: RoleName) => roles.indexOf(role)

export const ownersOf = (world: World, slug: Slug) =>
  Object.values(world[slug]).filter((role) => role === 'owner').length

/** Gives a person another role in an organization, or removes them. */
export function become(world: World, slug: Slug, who: Name, role: RoleName | undefined): World {
  const { [who]: _, ...others } = world[slug]
  return { ...world, [slug]: role ? { ...others, [who]: role } : others }
}

export const refused = (world: World, verdict: Exclude<Verdict, 'done'>): Ending => ({ verdict, world })

/** Makes the change unless it would leave the organization without an owner. */
export function unlessLastOwner(before: World, slug: Slug, after: World): Ending {
  return ownersOf(after, slug) === 0 ? refused(before, 'CONFLICT') : { verdict: 'done', world: after }
}
