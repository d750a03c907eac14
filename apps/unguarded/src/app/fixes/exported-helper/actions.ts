'use server'

import { eq } from 'drizzle-orm'
import { z } from 'zod'

import { userClient } from '@/chain/clients'
import { database } from '@kit/db/connection/client'
import { member } from '@kit/db/schema'
import { signedIn } from '@/signed-in'

const nothing = z.strictObject({})

export const chainA = userClient.inputSchema(nothing).action(({ ctx }) => helperA(ctx.user.id, 'viewer'))

/** @internal */
export async function helperA(userId: string, role: string) {
  await database().update(member).set({ role }).where(eq(member.userId, userId))
}

export const chainB = userClient.inputSchema(nothing).action(({ ctx }) => helperB(ctx.user.id, 'viewer'))

export async function helperB(userId: string, role: string) {
  await signedIn()
  await database().update(member).set({ role }).where(eq(member.userId, userId))
}

export const chainC = userClient.inputSchema(nothing).action(({ ctx }) => helperC(ctx.user.id, 'viewer'))

async function helperC(userId: string, role: string) {
  await database().update(member).set({ role }).where(eq(member.userId, userId))
}

export const chainD = userClient.inputSchema(nothing).action(({ ctx }) => helperD(ctx.user.id, 'viewer'))

export async function helperD(userId: string, role: string) {
  if (!z.enum(['owner', 'admin', 'editor', 'viewer']).safeParse(role).success) return
  await database().update(member).set({ role }).where(eq(member.userId, userId))
}
