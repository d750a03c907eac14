'use server'

import { readApiKey, tellOtherServer } from '@/api-key'
import { updateUser } from '@/chain/work'
import { signedIn } from '@/signed-in'

/** Trusts the values that the caller sends. */
export async function renameWith(apiKey: string, userId: string, form: FormData) {
  await updateUser(userId, { name: String(form.get('name')) })
  await tellOtherServer(apiKey)
}

/** Reads its values on the server. */
export async function renameCaller(form: FormData) {
  const { id } = await signedIn()
  await updateUser(id, { name: String(form.get('name')) })
  await tellOtherServer(readApiKey())
}
