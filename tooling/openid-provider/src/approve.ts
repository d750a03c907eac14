import { formOf, type Person } from './person'

/**
 * Does what a browser does at the provider: signs in and approves.
 * @returns the URL that the provider redirects to
 */
export async function approve(authorizationUrl: string, person: Person): Promise<string> {
  return answer(authorizationUrl, formOf(person))
}

/** Signs in and declines. */
export async function decline(authorizationUrl: string): Promise<string> {
  return answer(authorizationUrl, { decline: '' })
}

async function answer(authorizationUrl: string, form: Record<string, string>): Promise<string> {
  const response = await fetch(authorizationUrl, {
    method: 'POST',
    body: new URLSearchParams(form),
    redirect: 'manual',
  })
  const location = response.headers.get('location')
  if (!location) throw new Error(`The provider answered ${response.status}: ${await response.text()}`)
  return location
}
