import 'server-only'
import { randomUUID } from 'node:crypto'

import { and, eq } from 'drizzle-orm'
import { headers } from 'next/headers'

import { auth } from '@kit/auth/library/auth'
import { database } from '@kit/db/connection/client'
import { mail, member, organization, task, user } from '@kit/db/schema'

// What the actions do once their chain lets a call through.

export const removeTask = async (taskId: string) =>
  void (await database().delete(task).where(eq(task.id, taskId)))

/** Deletes a task that this user created. */
export const removeTaskOf = async (userId: string, taskId: string) =>
  void (await database()
    .delete(task)
    .where(and(eq(task.id, taskId), eq(task.createdBy, userId))))

export const completeTask = async (taskId: string, organizationId?: string) =>
  void (await database()
    .update(task)
    .set({ status: 'done' })
    .where(and(eq(task.id, taskId), organizationId ? eq(task.organizationId, organizationId) : undefined)))

export const addTask = async (values: { title: string; organizationId: string; createdBy: string }) =>
  void (await database().insert(task).values(values))

/** Creates a task in the member's organization. */
export const addTaskAs = async (
  { organizationId, userId }: { organizationId: string; userId: string },
  { title }: { title: string },
) => addTask({ title, organizationId, createdBy: userId })

export const setRole = async ({ memberId, role }: { memberId: string; role: string }) =>
  void (await database().update(member).set({ role }).where(eq(member.id, memberId)))

export const rename = async (slug: string, name: string) =>
  void (await database().update(organization).set({ name }).where(eq(organization.slug, slug)))

export const updateUser = async (id: string, values: Partial<typeof user.$inferInsert>) =>
  void (await database().update(user).set(values).where(eq(user.id, id)))

export const signIn = async (body: { email: string; password: string }) =>
  void (await auth().api.signInEmail({ body, headers: await headers() }))

const WEEK = 7 * 24 * 60 * 60_000

export const sendMail = async (message: { email: string; message: string }) =>
  void (await database()
    .insert(mail)
    .values({
      id: randomUUID(),
      sealed: JSON.stringify(message),
      expiresAt: new Date(Date.now() + WEEK),
    }))

/** Whether there is such an organization. */
export async function exists(slug: string): Promise<boolean> {
  const found = await database().select().from(organization).where(eq(organization.slug, slug))
  return found.length > 0
}
