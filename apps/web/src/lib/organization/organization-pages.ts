import { type Authority, hasMinRole, hasPermission } from '@kit/auth/permissions/permissions'
import type { Domain, PageDeclaration } from '@/lib/domain/domain'
import { domains } from '@/lib/domains'

type PageOf<Declared> = Declared extends { pages: infer Pages } ? keyof Pages & string : never

export type OrganizationPage = PageOf<(typeof domains)[number]>

/** The pages declared by the domains. */
export const organizationPages: ReadonlyMap<string, PageDeclaration> = new Map(
  domains.flatMap(({ pages = {} }: Domain) => Object.entries(pages)),
)

/** Unknown roles and undeclared pages are refused. */
export function mayOpen(membership: Authority, page: OrganizationPage): boolean {
  const needs = organizationPages.get(page)?.needs
  return needs !== undefined && allows(membership, needs)
}

function allows(membership: Authority, needs: PageDeclaration['needs']): boolean {
  return needs === 'membership' ? hasMinRole(membership, 'viewer') : hasPermission(membership, needs)
}

/** The navigation entries for this member. */
export function navigationFor(membership: Authority) {
  const open = [...organizationPages].filter(([, { needs }]) => allows(membership, needs))
  const opened = new Set(open.map(([page]) => page))
  return open
    .filter(([, { fallbackFor }]) => fallbackFor === undefined || !opened.has(fallbackFor))
    .flatMap(([page, { nav }]) => (nav ? [{ page, ...nav }] : []))
}

/** The first page this member can open. */
export function homeOf({ slug, ...membership }: Authority & { slug: string }): string {
  return `/${slug}/${navigationFor(membership)[0]?.page ?? 'settings'}`
}
