import type { Tenant, TenantDb } from '@kit/db/tenant'

/** What `organizationActionClient` puts into the context; a middleware that needs it fits no other client. */
export interface MembershipContext {
  membership: Tenant['membership']
}

export interface TenantContext extends MembershipContext {
  db: TenantDb
}
