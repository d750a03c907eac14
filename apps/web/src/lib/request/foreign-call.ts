import { organizationSlugSchema } from '@kit/action-middleware/input/organization-reference'
import type { Refusal } from '@kit/db/activity/record-security-event'

interface SentRequest {
  method: string
  /** Without the query. */
  path: string
  headers: Pick<Headers, 'get'>
  /** The public URL. Next accepts calls from it whatever the Host header says. */
  appUrl: string
}

/** Content types of form posts. */
const forms = /^(?:multipart\/form-data|application\/x-www-form-urlencoded)/i

/**
 * A cross-site call that Next refuses before the gate runs. This only records it, so a wrong guess here costs one count.
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
  // The action is an ID in the body. The organization is in the path.
  const slug = organizationSlugSchema.safeParse(path.split('/')[1])
  return { kind: 'foreign-origin', action: 'any.call', organization: slug.data }
}
