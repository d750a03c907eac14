import type { Tenant } from '@kit/db/tenancy/tenant'

/** The context of organization clients. A middleware that needs it doesn't compile with other clients. */
export interface MembershipContext {
  membership: Tenant['membership']
}
