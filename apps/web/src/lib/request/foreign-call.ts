import { organizationSlugSchema } from '@kit/action-middleware/input/organization-reference'
import type { Refusal } from '@kit/db/activity/record-security-event'

interface SentRequest {
  method: string
  /** The path and nothing else. */
  path: string
  headers: Pick<Headers, 'get'>
  /** Where people reach the app; its calls pass Next whatever Host arrives. */
  appUrl: string
}

/** What a browser or a script sends to an action. */
const forms = /^(?:multipart\/form-data|application\/x-www-form-urlencoded)/i

/**
 * A call that Next refuses because another site's page made it, before any code of the gate; that one sees those that
 * Next lets through. It is only recorded here: if this were wrong about a call, nothing but a count would be.
 * @returns undefined for every other request
 */
export function foreignCall({
  method,
  path,
  headers,
  appUrl,
}: SentRequest): Pick<Refusal, 'kind' | 'action' | 'organization'> | undefined {
  const calls = headers.get('next-action') !== null || forms.test(headers.get('content-type') ?? '')
  if (method !== 'POST' || !calls) return undefined
  const origin = headers.get('origin')
  const host = headers.get('x-forwarded-host')?.split(',')[0]?.trim() ?? headers.get('host')
  if (origin === null) return undefined
  const sender = URL.canParse(origin) ? new URL(origin).host : undefined
  if (sender !== undefined && [host, new URL(appUrl).host].includes(sender)) return undefined
  // The action stands in the body by an id; the organization that was meant, in the address.
  const slug = organizationSlugSchema.safeParse(path.split('/')[1])
  return { kind: 'foreign-origin', action: 'any.call', organization: slug.data }
}
