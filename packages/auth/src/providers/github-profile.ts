import 'server-only'
import * as openid from 'openid-client'
import { z } from 'zod'
import { env } from '@kit/env'
import type { Profile } from './identity'

const userSchema = z.object({
  id: z.number().int().positive(),
  login: z.string(),
  name: z.string().nullish(),
})

const emailsSchema = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }))

/**
 * Asks GitHub who the token is for. The profile's public email may not be theirs, so the email comes from their list of emails.
 */
export async function githubProfile(client: openid.Configuration, token: string): Promise<Profile> {
  const ask = async (path: string): Promise<unknown> => {
    const accept = new Headers({ accept: 'application/vnd.github+json' })
    const url = new URL(`${apiUrl()}${path}`)
    const response = await openid.fetchProtectedResource(client, token, url, 'GET', undefined, accept)
    if (!response.ok) throw new Error(`GitHub answered ${response.status}.`)
    return response.json()
  }
  const [user, emails] = await Promise.all([ask('/user'), ask('/user/emails')])
  const { id, login, name } = userSchema.parse(user)
  const primary = emailsSchema.parse(emails).find((one) => one.primary)
  return { subject: String(id), name: name || login, email: primary?.email, emailVerified: primary?.verified }
}

/** GitHub Enterprise Server serves its API under a path. */
function apiUrl(): string {
  const { GITHUB_URL } = env()
  return GITHUB_URL === 'https://github.com' ? 'https://api.github.com' : `${GITHUB_URL}/api/v3`
}
