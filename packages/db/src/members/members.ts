import { and, asc, eq, ilike, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { union } from 'drizzle-orm/pg-core'
import { containing } from '../query/like-pattern'
import { roleOfMember } from './role-of-member'
import { isBanned } from '../accounts/ban'
import { user } from '../accounts/table'
import { member } from './table'
import { ASSIGNEES_LISTED } from './values'
import { organizationRole } from '../roles/table'
import type { TenantDb } from '../tenancy/tenant'
import { countOf, rangeOf } from '../query/range'
import type { ListRange } from '../query/range'
import { isUuid } from '../query/uuid'

export interface MemberRow {
  id: string
  userId: string
  name: string
  email: string
  /** The version of their picture. */
  image: string | null
  role: string
  /** Set for a member with a custom role. */
  customRole: { id: string; name: string } | null
  /** Their account is suspended: they can't sign in, and don't count as an owner. */
  suspended: boolean
  /** When the member joined. */
  createdAt: Date
}

export interface MemberQuery {
  /** Matches names and emails, ignoring case. */
  search?: string
  /** From a `MemberPage`. Any other text gives the first page. */
  cursor?: string
  /** Members on a page, 1 to 100. */
  limit: number
}

/** The ID and name of a custom role. */
export interface CustomRole {
  id: string
  name: string
  permissions: unknown
}

export interface MemberPage {
  members: MemberRow[]
  /** All custom roles of the organization, by name. Empty when the page has no members. */
  customRoles: CustomRole[]
  nextCursor: string | null
  range: ListRange
}

/** Returns a page of the organization's members, in the order they joined. */
export async function listMembers(db: TenantDb, query: MemberQuery): Promise<MemberPage> {
  const limit = Math.min(Math.max(Math.trunc(query.limit) || 1, 1), 100)
  const rows = await db
    .select({
      id: member.id,
      userId: member.userId,
      name: user.name,
      email: user.email,
      image: user.image,
      role: member.role,
      customRole: { id: organizationRole.id, name: organizationRole.name },
      suspended: isBanned(user),
      createdAt: member.createdAt,
      customRoles: customRolesOnFirstRow(db),
      total: countOf(matchingRows(db, query)),
      before: countOf(matchingRows(db, query, until(db, query.cursor))),
    })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .leftJoin(organizationRole, roleOfMember)
    .where(and(ofOrganization(db), matching(query.search), after(db, query.cursor)))
    .orderBy(asc(member.createdAt), asc(member.id))
    .limit(limit + 1)
  const members = rows.slice(0, limit).map((row) => {
    const { customRoles: _roles, total: _total, before: _before, ...shown } = row
    return shown
  })
  const { total = 0, before = 0 } = rows[0] ?? {}
  const range = await rangeOf(
    db,
    { total, before },
    { length: members.length, rows: matchingRows(db, query) },
  )
  return {
    members,
    range,
    customRoles: rows[0]?.customRoles ?? [],
    nextCursor: rows.length > limit ? (members.at(-1)?.id ?? null) : null,
  }
}

/** The members of the whole list, without columns. */
function matchingRows(db: TenantDb, { search }: MemberQuery, also?: SQL): SQL {
  return sql`SELECT FROM ${member} JOIN ${user} ON ${eq(user.id, member.userId)}
    WHERE ${and(ofOrganization(db), matching(search), also)} ORDER BY ${member.createdAt}, ${member.id}`
}

/** On the first row only, so one statement reads the page and the roles. */
function customRolesOnFirstRow(db: TenantDb): SQL<CustomRole[] | null> {
  const isFirst = sql`row_number() OVER (ORDER BY ${member.createdAt}, ${member.id}) = 1`
  return sql<CustomRole[] | null>`CASE WHEN ${isFirst} THEN (
    SELECT json_agg(own ORDER BY own.name) FROM (
      SELECT r.id, r.name, r.permissions FROM organization_role r
      WHERE r.organization_id = ${db.tenant.organization.id}
    ) own
  ) END`
}

/** The organization's custom roles by name, as one JSON value for use in another statement. */
export function customRolesAsJson(db: TenantDb): SQL {
  return sql`(SELECT coalesce(json_agg(own ORDER BY own.name), '[]') FROM (
    SELECT r.id, r.name, r.permissions FROM organization_role r
    WHERE r.organization_id = ${db.tenant.organization.id}
  ) own)`
}

export interface AssigneeQuery {
  /** Matches names, ignoring case. Emails are only for those who may read members. */
  search?: string
  /** A user to list in addition, if they are a member. */
  also?: string
}

/**
 * Returns members that can be assigned to something, by name. If there are more than `ASSIGNEES_LISTED`, returns those who
 * joined first.
 */
export async function listAssignees(
  db: TenantDb,
  query: AssigneeQuery = {},
): Promise<{ id: string; name: string }[]> {
  return selectAssignees(db, query)
}

/** The same as one JSON value, for use in another statement. */
export function assigneesAsJson(db: TenantDb, query: AssigneeQuery = {}): SQL {
  return sql`(SELECT coalesce(json_agg(p), '[]') FROM (${selectAssignees(db, query).getSQL()}) AS p)`
}

function selectAssignees(db: TenantDb, { search, also }: AssigneeQuery) {
  const people = (condition: SQL | undefined) =>
    db
      .select({ id: user.id, name: user.name })
      .from(member)
      .innerJoin(user, eq(user.id, member.userId))
      .where(and(ofOrganization(db), condition))
  const first = people(search ? ilike(user.name, containing(search)) : undefined)
    .orderBy(asc(member.createdAt), asc(member.id))
    .limit(ASSIGNEES_LISTED)
  const listed = (isUuid(also) ? union(first, people(eq(member.userId, also))) : first).as('listed')
  return db.select().from(listed).orderBy(asc(listed.name), asc(listed.id))
}

function ofOrganization(db: TenantDb): SQL {
  return eq(member.organizationId, db.tenant.organization.id)
}

function matching(search: string | undefined): SQL | undefined {
  if (!search) return undefined
  const text = containing(search)
  return or(ilike(user.name, text), ilike(user.email, text))
}

/** The cursor is the last member's ID. If they have left, the list starts over. */
function after(db: TenantDb, cursor: string | undefined): SQL | undefined {
  if (!isUuid(cursor)) return undefined
  const place = placeOf(db, cursor)
  return sql`(NOT EXISTS (${place}) OR (${member.createdAt}, ${member.id}) > (${place}))`
}

/** The opposite: the members up to the cursor, or none if it starts over. */
function until(db: TenantDb, cursor: string | undefined): SQL {
  if (!isUuid(cursor)) return sql`false`
  return sql`(${member.createdAt}, ${member.id}) <= (${placeOf(db, cursor)})`
}

function placeOf(db: TenantDb, cursor: string): SQL {
  return sql`SELECT last.created_at, last.id FROM member last
    WHERE last.id = ${cursor} AND last.organization_id = ${db.tenant.organization.id}`
}
