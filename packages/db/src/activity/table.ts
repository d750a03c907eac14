import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { id, instant } from '../schema/columns'
import { appRole } from '../schema/database-roles'
import { appRows, tenantRows } from '../schema/policies'
import { securityEventKinds } from './security-event-values'

/** A column's value before and after. A side without a value is missing. */
export interface ColumnChange {
  old?: unknown
  new?: unknown
}

/** Written by triggers, `record_decision` and `record_account_change` only. No foreign keys, because events outlive the rows they describe. */
export const auditEvent = pgTable(
  'audit_event',
  {
    id: id(),
    organizationId: uuid(),
    actorId: uuid(),
    /** The admin who impersonated the actor, if any. */
    impersonatorId: uuid(),
    action: text().notNull(),
    targetType: text().notNull(),
    targetId: uuid().notNull(),
    changes: jsonb().$type<Record<string, ColumnChange>>().notNull(),
    requestId: text(),
    /** Whether super-admins see it too. The trigger sets it (drizzle/0002_audit.sql); the default hides it. */
    visibleToAdmins: boolean().notNull().default(false),
    // Not the transaction's start: a change that waited for a lock would sort before the one it waited for.
    createdAt: instant()
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (table) => [
    index('audit_event_by_age').on(table.organizationId, table.createdAt, table.id),
    index('audit_event_anywhere')
      .on(table.createdAt, table.id)
      .where(sql`${table.visibleToAdmins}`),
    index('audit_event_by_actor')
      .on(table.actorId, table.createdAt, table.id)
      .where(sql`${table.visibleToAdmins}`),
    index('audit_event_by_impersonator')
      .on(table.impersonatorId, table.createdAt, table.id)
      .where(sql`${table.impersonatorId} IS NOT NULL`),
    index('audit_event_about_user')
      .on(table.targetId, table.createdAt, table.id)
      .where(sql`${table.targetType} = 'user'`),
    // For retention, which looks for old rows only. Tiny, because rows are stored in this order.
    index('audit_event_oldest').using('brin', table.createdAt),
    pgPolicy('audit_event_of_app', { to: appRole, for: 'select', using: sql`visible_to_admins` }),
    tenantRows('audit_event_of_tenant', 'select'),
    // The trigger's function runs as the tables' owner, and row-level security applies to the owner too.
    pgPolicy('audit_event_in_trigger', { for: 'insert', withCheck: sql`pg_trigger_depth() > 0` }),
    // Only within `record_decision`, and only about a person.
    pgPolicy('audit_event_in_decision', {
      to: 'current_user',
      for: 'insert',
      withCheck: sql`current_setting('app.decides', true) = 'on' AND target_type = 'user'`,
    }),
    // Only within `record_account_change`, and only about the caller's own account.
    pgPolicy('audit_event_of_own_account', {
      to: 'current_user',
      for: 'insert',
      withCheck: sql`current_setting('app.records_account', true) = 'on' AND target_type = 'account' AND target_id = actor_id`,
    }),
    // Only within `record_export`, and only about activity.
    pgPolicy('audit_event_in_export', {
      to: 'current_user',
      for: 'insert',
      withCheck: sql`current_setting('app.exports', true) = 'on' AND target_type = 'activity'`,
    }),
    // Only within `purge_expired`, and never a recent row.
    ...(['select', 'delete'] as const).map((operation) =>
      pgPolicy(`audit_event_${operation}_in_purge`, {
        to: 'current_user',
        for: operation,
        using: sql`current_setting('app.purges', true) = 'on' AND created_at < now() - interval '30 days'`,
      }),
    ),
  ],
)

/** Written by `record_security_event` only; a row counts many refusals. No foreign keys, as above. */
export const securityEvent = pgTable(
  'security_event',
  {
    id: id(),
    minute: instant().notNull(),
    kind: text({ enum: securityEventKinds }).notNull(),
    action: text().notNull(),
    /** The signed-in user. `network` is set instead for signed-out callers; a row with neither counts many callers. */
    actorId: uuid(),
    network: text(),
    organizationId: uuid(),
    count: integer().notNull(),
    lastRequestId: text().notNull(),
    firstSeen: instant().notNull(),
    lastSeen: instant().notNull(),
  },
  (table) => [
    unique('security_event_once')
      .on(table.minute, table.action, table.organizationId, table.kind, table.actorId, table.network)
      .nullsNotDistinct(),
    index('security_event_of_organization').on(table.organizationId, table.minute, table.id),
    index('security_event_by_age').on(table.minute, table.id),
    index('security_event_by_actor')
      .on(table.actorId, table.minute, table.id)
      .where(sql`${table.actorId} IS NOT NULL`),
    index('security_event_by_network')
      .on(table.network, table.minute, table.id)
      .where(sql`${table.network} IS NOT NULL`),
    check(
      'security_event_kind_known',
      sql`${table.kind} IN (${sql.raw(securityEventKinds.map((kind) => `'${kind}'`).join(', '))})`,
    ),
    check(
      'security_event_lengths',
      sql`length(${table.action}) BETWEEN 1 AND 64 AND length(${table.network}) BETWEEN 1 AND 64 AND length(${table.lastRequestId}) <= 64`,
    ),
    check('security_event_one_actor', sql`${table.actorId} IS NULL OR ${table.network} IS NULL`),
    check('security_event_counted', sql`${table.count} > 0`),
    appRows('security_event_of_app', 'select'),
    tenantRows('security_event_of_tenant', 'select'),
    // Only within `record_security_event`, which runs as the tables' owner. Other roles can't use this by changing settings.
    pgPolicy('security_event_in_function', {
      to: 'current_user',
      using: sql`current_setting('app.records_refusals', true) = 'on'`,
    }),
  ],
)
