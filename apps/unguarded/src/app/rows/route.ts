import { eq, sql } from 'drizzle-orm'

import { database } from '@kit/db/connection/client'
import { mail, member, organization, task, user } from '@kit/db/schema'
import { forgetCounts } from '@/chain/limits'
import { resetData } from '@/demo-data'
import { isThrowaway } from '@/loopback-only'
import { endTurn, takeTurn } from '@/turn'

// The lab shows what an attack changed. It reads the rows here, because it can't reach this app's database.

/** Ends an attack. */
export async function GET(request: Request): Promise<Response> {
  const rows = await readRows()
  endTurn(attackOf(request))
  return Response.json(rows)
}

/** Resets to the demo data before an attack. */
export async function POST(request: Request): Promise<Response> {
  if (!isThrowaway()) return new Response(null, { status: 403 })
  if (!takeTurn(attackOf(request))) return new Response(null, { status: 423 })
  forgetCounts()
  await resetData()
  return Response.json(await readRows())
}

const attackOf = (request: Request) => request.headers.get('x-attack') ?? ''

async function readRows() {
  const db = database()
  return {
    user: await db
      .select({
        id: user.id,
        email: user.email,
        name: short(user.name),
        image: short(user.image),
        role: user.role,
      })
      .from(user)
      .orderBy(user.email),
    organization: await db
      .select({ id: organization.id, slug: organization.slug, name: short(organization.name) })
      .from(organization)
      .orderBy(organization.slug),
    member: await db
      .select({ id: member.id, member: user.email, organization: organization.slug, role: member.role })
      .from(member)
      .innerJoin(user, eq(user.id, member.userId))
      .innerJoin(organization, eq(organization.id, member.organizationId))
      .orderBy(member.id),
    task: await db
      .select({
        id: task.id,
        title: short(task.title),
        organization: organization.slug,
        creator: user.email,
        status: task.status,
      })
      .from(task)
      .innerJoin(organization, eq(organization.id, task.organizationId))
      .leftJoin(user, eq(user.id, task.createdBy))
      .orderBy(task.id),
    mail: await db.select({ id: mail.id, status: mail.status }).from(mail).orderBy(mail.id),
  }
}

/** The beginning of a long text, and its length. */
function short(column: typeof user.name | typeof user.image | typeof organization.name | typeof task.title) {
  return sql<string>`CASE WHEN length(${column}) <= 100 THEN ${column}
    ELSE left(${column}, 20) || '… (' || length(${column}) || ' characters)' END`
}
