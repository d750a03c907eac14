import { and, eq } from 'drizzle-orm'
import { forbidden } from 'next/navigation'

import { database } from '@kit/db/connection/client'
import { member } from '@kit/db/schema'
import { signedIn } from '@/signed-in'

import { renameOrganizationAction } from './actions'

/** Shows the form to owners only, but anyone can call its action. */
export default async function Page() {
  const { id } = await signedIn()
  const owned = await database()
    .select()
    .from(member)
    .where(and(eq(member.userId, id), eq(member.role, 'owner')))
  if (owned.length === 0) forbidden()
  return (
    <>
      <h1>Authorization on the page only</h1>
      <p>Only owners see this form, but anyone can call its action.</p>
      <form action={renameOrganizationAction}>
        <label>
          Organization <input name="organization" />
        </label>
        <label>
          Name <input name="name" />
        </label>
        <button type="submit">Send</button>
      </form>
    </>
  )
}
