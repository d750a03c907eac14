import type { Tenant } from '@kit/db/tenancy/tenant'

/** What the clients of an organization put into the context; a middleware that needs it fits no other client. */
export interface MembershipContext {
  membership: Tenant['membership']
}
