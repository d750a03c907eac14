import { randomUUID } from 'node:crypto'

import type postgres from 'postgres'

import {
  beginning,
  organizations,
  people,
  roles,
  type Name,
  type Slug,
  type Verdict,
  type World,
} from './rules'

interface Actions {
  members: typeof import('@/features/members/actions')
  organizations: typeof import('@/features/organizations/actions')
}

/** The real actions on a real database that contains the people of the model. */
export class Stage {
  readonly members: Actions['members']
  readonly organizations: Actions['organizations']
  private readonly userIds = new Map<Name, string>(people.map((name) => [name, randomUUID()]))
  private readonly organizationIds = new Map<Slug, string>(organizations.map((slug) => [slug, randomUUID()]))
  private readonly memberIds = new Map<string, string>()

  constructor(
    private readonly sql: postgres.Sql,
    actions: Actions,
  ) {
    this.members = actions.members
    this.organizations = actions.organizations
  }

  emailOf = (name: Name) => `${name}@model.test`
  userId = (name: Name) => this.userIds.get(name) ?? ''

  /** An unknown ID when the person isn't a member. */
  memberId(slug: Slug, name: Name): string {
    return this.memberIds.get(`${slug} ${name}`) ?? randomUUID()
  }

  /** Adds the people and organizations. Call it once. */
  async build(): Promise<void> {
    for (const [name, id] of this.userIds)
      await this.sql`INSERT INTO "user" (id, name, email) VALUES (${id}, ${name}, ${this.emailOf(name)})`
    for (const [slug, id] of this.organizationIds)
      await this.sql`INSERT INTO organization (id, name, slug) VALUES (${id}, ${slug}, ${slug})`
  }

  /** Restores the initial memberships and empties the audit log. */
  async reset(): Promise<void> {
    await this.sql.begin(async (sql) => {
      await sql`SET LOCAL session_replication_role = replica`
      await sql`DELETE FROM member WHERE organization_id IN ${sql([...this.organizationIds.values()])}`
      await sql`DELETE FROM audit_event`
      for (const [slug, organizationId] of this.organizationIds) {
        for (const name of people) {
          const role = beginning[slug][name]
          if (!role) continue
          const id = randomUUID()
          this.memberIds.set(`${slug} ${name}`, id)
          await sql`INSERT INTO member (id, organization_id, user_id, role)
            VALUES (${id}, ${organizationId}, ${this.userId(name)}, ${role})`
        }
      }
    })
  }

  /** The memberships in the database. */
  async world(): Promise<World> {
    const world: Record<Slug, Partial<Record<Name, (typeof roles)[number]>>> = { north: {}, south: {} }
    for (const [slug, organizationId] of this.organizationIds) {
      const rows = await this.sql<{ user_id: string; role: string }[]>`
        SELECT user_id, role FROM member WHERE organization_id = ${organizationId}`
      for (const row of rows) {
        const name = people.find((candidate) => this.userId(candidate) === row.user_id)
        const role = roles.find((candidate) => candidate === row.role)
        if (!name || !role) throw new Error(`${slug} has a member who isn't in the model.`)
        world[slug][name] = role
      }
    }
    return world
  }

  /** Changes by which a person raised their own role. There must be none. */
  async risenByOwnHand(): Promise<string[]> {
    const rows = await this.sql<{ old: string; new: string }[]>`
      SELECT a.changes #>> '{role,old}' AS old, a.changes #>> '{role,new}' AS new
      FROM audit_event a JOIN member m ON m.id = a.target_id AND m.user_id = a.actor_id
      WHERE a.target_type = 'member'`
    const height = (role: string) => roles.findIndex((candidate) => candidate === role)
    return rows
      .filter((row) => height(row.new) > height(row.old))
      .map((row) => `a person made themselves ${row.new}`)
  }

  /** Changes by people who weren't members at the start. There must be none. */
  async crossings(before: World): Promise<string[]> {
    const rows = await this.sql<{ organization_id: string; actor_id: string }[]>`
      SELECT organization_id, actor_id FROM audit_event`
    return rows.flatMap((row) => {
      const slug = organizations.find(
        (candidate) => this.organizationIds.get(candidate) === row.organization_id,
      )
      const actor = people.find((candidate) => this.userId(candidate) === row.actor_id)
      return slug && actor && before[slug][actor] ? [] : [`${actor} changed something in ${slug}`]
    })
  }
}

/** The result that the caller sees, or the code of an unexpected one. Some actions succeed with a redirect. */
export async function verdictOf(call: Promise<unknown>): Promise<Verdict | `unexpected ${string}`> {
  const result: unknown = await call.catch((error: unknown) => error)
  const text = result instanceof Error && 'digest' in result ? String(result.digest) : ''
  if (text.startsWith('NEXT_REDIRECT')) return 'done'
  if (typeof result !== 'object' || result === null) return `unexpected ${String(result)}`
  if ('data' in result && result.data !== undefined) return 'done'
  const error = 'serverError' in result ? result.serverError : undefined
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  const isExpected = code === 'NOT_FOUND' || code === 'FORBIDDEN' || code === 'CONFLICT'
  return isExpected ? code : `unexpected ${JSON.stringify(code ?? String(result))}`
}
