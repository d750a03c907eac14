import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  pgPolicy,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { user } from '../accounts/table'
import { organizationRole } from '../roles/table'
import { createdAt, id, instant } from '../schema/columns'
import { tenantRole } from '../schema/database-roles'
import { asContent } from '../schema/content'
import { appRows, ownerInTrigger, tenantInserts, tenantRows } from '../schema/policies'
import { organizationId } from '../schema/tenant-table'

export const invitation = pgTable(
  'invitation',
  {
    id: id(),
    organizationId: organizationId(),
    inviterId: uuid()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    email: text().notNull(),
    role: text(),
    customRoleId: uuid(),
    status: text().notNull().default('pending'),
    expiresAt: instant().notNull(),
    /** Hash of the secret in the latest link; older links no longer work. */
    tokenHash: text(),
    /** Number of mails sent for it, limited so that no mailbox is flooded. */
    sentCount: smallint().notNull().default(1),
    acceptedBy: uuid().references(() => user.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('invitation_pending_once')
      .on(table.organizationId, table.email)
      .where(sql`${table.status} = 'pending'`),
    unique('invitation_token').on(table.tokenHash),
    index('invitation_by_age').on(table.organizationId, table.createdAt, table.id),
    index('invitation_email').on(table.email),
    index('invitation_inviter').on(table.inviterId),
    index('invitation_accepted_by').on(table.acceptedBy),
    index('invitation_custom_role').on(table.organizationId, table.customRoleId),
    // drizzle/0003_organizations.sql narrows this to SET NULL (custom_role_id). The check below then protects the role of a
    // pending invitation; a settled one loses its role.
    foreignKey({
      name: 'invitation_role_is_own',
      columns: [table.organizationId, table.customRoleId],
      foreignColumns: [organizationRole.organizationId, organizationRole.id],
    }).onDelete('set null'),
    // Not `=`, which is null for an invitation without a role, and a check accepts null.
    check(
      'invitation_custom_role',
      sql`(${table.role} IS NOT DISTINCT FROM 'custom') = (${table.customRoleId} IS NOT NULL)
        OR (${table.status} <> 'pending' AND ${table.customRoleId} IS NULL)`,
    ),
    check('invitation_sent_count', sql`${table.sentCount} BETWEEN 1 AND 6`),
    check(
      'invitation_email_lower',
      sql`${table.email} = lower(${table.email}) AND length(${table.email}) <= 254`,
    ),
    check('invitation_status_known', sql`${table.status} IN ('pending', 'accepted', 'rejected', 'canceled')`),
    appRows('invitation_of_app'),
    tenantRows('invitation_of_tenant'),
    // For `refuse_closed_sign_up`, which looks for an open invitation.
    ownerInTrigger('invitation_in_trigger', 'select'),
    // Only in the member's own name, because acceptance checks what the inviter may grant.
    tenantInserts('invitation_by_its_inviter', sql`inviter_id = tenant_user_id() AND status = 'pending'`),
    // A settled invitation stays settled, and no member can accept one for the invitee. They can only cancel it or resend
    // it in their own name.
    pgPolicy('invitation_while_pending', {
      as: 'restrictive',
      to: tenantRole,
      for: 'update',
      using: sql`status = 'pending'`,
      withCheck: sql`status = 'canceled' OR (status = 'pending' AND inviter_id = tenant_user_id())`,
    }),
  ],
)

asContent(invitation)
