import {
  type Authority,
  hasMinRole,
  hasPermission,
  type Permissions,
} from '@kit/auth/permissions/permissions'

/**
 * What each page of an organization needs; `membership` where everybody may come, if only to leave. The pages decide by
 * this table, the navigation leads by it, and who is refused is told by it what is missing.
 */
export const pageNeeds = {
  tasks: { task: ['read'] },
  'tasks/new': { task: ['create'] },
  'tasks/[id]': { task: ['read'] },
  members: { member: ['read'] },
  'members/invitations': { invitation: ['create'] },
  roles: { member: ['read'] },
  'roles/new': { role: ['create'] },
  'roles/[id]': { member: ['read'] },
  activity: { audit: ['read'] },
  settings: 'membership',
} as const satisfies Record<string, Permissions | 'membership'>

export type OrganizationPage = keyof typeof pageNeeds

/** A member whose role is not known is let in nowhere. */
export function mayOpen(membership: Authority, page: OrganizationPage): boolean {
  const needs = pageNeeds[page]
  return needs === 'membership' ? hasMinRole(membership, 'viewer') : hasPermission(membership, needs)
}

const inTheNavigation = ['tasks', 'members', 'roles', 'activity', 'settings'] as const

/**
 * The pages that the navigation leads this member to. What is reached from a page that they may not open stands in for
 * it.
 */
export function pagesFor(membership: Authority): OrganizationPage[] {
  const standIns: Partial<Record<OrganizationPage, OrganizationPage>> = {
    members: 'members/invitations',
    roles: 'roles/new',
    tasks: 'tasks/new',
  }
  return inTheNavigation
    .map((page) => (mayOpen(membership, page) ? page : standIns[page]))
    .filter((page) => page !== undefined && mayOpen(membership, page))
    .filter((page) => page !== undefined)
}

/** Where an organization opens for this member. */
export function homeOf({ slug, ...membership }: Authority & { slug: string }): string {
  return `/${slug}/${pagesFor(membership)[0] ?? 'settings'}`
}

/** The page of an address inside an organization. */
export function pageOf(pathname: string): OrganizationPage | undefined {
  const [, , first = '', second] = pathname.split('/')
  const names = [second === undefined ? first : `${first}/${second}`, `${first}/[id]`, first]
  return names.find((name): name is OrganizationPage => Object.hasOwn(pageNeeds, name))
}
