'use server'

import { randomUUID } from 'node:crypto'

import { database } from '@kit/db/connection/client'
import { mail } from '@kit/db/schema'

const WEEK = 7 * 24 * 60 * 60_000

export async function sendMessageAction(form: FormData) {
  const sealed = JSON.stringify({ from: form.get('email'), text: form.get('message') })
  await database()
    .insert(mail)
    .values({ id: randomUUID(), sealed, expiresAt: new Date(Date.now() + WEEK) })
  return { sent: true }
}
