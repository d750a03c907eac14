'use server'

import { eq } from 'drizzle-orm'

import { database } from '@kit/db/connection/client'
import { organization } from '@kit/db/schema'
import { signedIn } from '@/signed-in'

export async function renameOrganizationAction(form: FormData) {
  await signedIn()
  await database()
    .update(organization)
    .set({ name: String(form.get('name')) })
    .where(eq(organization.slug, String(form.get('organization'))))
}
