import { eq } from 'drizzle-orm'

import { getSession } from '@kit/auth/session/session'
import { database } from '@kit/db/connection/client'
import { user } from '@kit/db/schema'
import { readApiKey, tellOtherServer } from '@/api-key'

export default async function Page() {
  const apiKey = readApiKey()
  const session = await getSession()
  const userId = session?.user.id ?? ''
  return (
    <>
      <h1>A secret captured by a closure</h1>
      <p>The name that others see.</p>
      <form
        action={async (form: FormData) => {
          'use server'
          const name = String(form.get('name'))
          await database().update(user).set({ name }).where(eq(user.id, userId))
          await tellOtherServer(apiKey)
        }}
      >
        <label>
          Your name <input name="name" />
        </label>
        <button type="submit">Send</button>
      </form>
    </>
  )
}
