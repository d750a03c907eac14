import { sql } from 'drizzle-orm'
import { boolean, check, index, pgPolicy, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, instant } from '../schema/columns'
import { tenantRole } from '../schema/database-roles'
import { appRows, ownerInTrigger, tenantRows } from '../schema/policies'
import { lineCheck } from '../schema/text-checks'

export const organization = pgTable(
  'organization',
  {
    id: id(),
    name: text().notNull(),
    slug: text().notNull(),
    /** Members without two-factor authentication can't open it. `withTenant` enforces it. */
    twoFactorRequired: boolean().notNull().default(false),
    /** While it is suspended or going to be deleted, members can read it and nobody can change it. */
    suspendedAt: instant(),
    /** Shown to members. */
    suspendedBecause: text(),
    /** When the worker deletes it. */
    deletedFrom: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    unique('organization_slug').on(table.slug),
    index('organization_by_age').on(table.createdAt, table.id),
    index('organization_suspended')
      .on(table.createdAt, table.id)
      .where(sql`suspended_at IS NOT NULL`),
    index('organization_going')
      .on(table.deletedFrom)
      .where(sql`deleted_from IS NOT NULL`),
    // Must match the expression in `wordsIn`.
    index('organization_words').using(
      'gin',
      sql`to_tsvector('simple'::regconfig, regexp_replace(name || ' ' || slug, '[[:punct:][:space:]]+', ' ', 'g'))`,
    ),
    check(
      'organization_suspended_because',
      sql`(${table.suspendedAt} IS NULL) = (${table.suspendedBecause} IS NULL) AND length(${table.suspendedBecause}) BETWEEN 1 AND 500`,
    ),
    check('organization_name_length', sql`length(${table.name}) BETWEEN 1 AND 100`),
    check('organization_name_line', lineCheck(table.name)),
    check(
      'organization_slug_shape',
      sql`${table.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(${table.slug}) BETWEEN 2 AND 48`,
    ),
    appRows('organization_of_app'),
    pgPolicy('organization_of_tenant', { to: tenantRole, using: sql`id = tenant_organization_id()` }),
    // For `keep_an_owner`, which reads and locks the organization.
    ownerInTrigger('organization_in_trigger', 'select'),
    ownerInTrigger('organization_locked_in_trigger', 'update'),
    // Only within `delete_due_organizations`, and only those whose time has come.
    pgPolicy('organization_in_purge', {
      to: 'current_user',
      using: sql`current_setting('app.purges', true) = 'on' AND deleted_from <= now()`,
    }),
  ],
)

/** Every slug that an organization has or had. Written by a trigger only (drizzle/0003_organizations.sql). */
export const claimedSlug = pgTable(
  'claimed_slug',
  {
    slug: text().primaryKey(),
    organizationId: uuid()
      .notNull()
      .references(() => organization.id, { onDelete: 'cascade' }),
    claimedAt: instant().notNull().defaultNow(),
  },
  (table) => [
    index('claimed_slug_by_age').on(table.organizationId, table.claimedAt),
    appRows('claimed_slug_of_app', 'select'),
    tenantRows('claimed_slug_of_tenant', 'select'),
    ownerInTrigger('claimed_slug_in_trigger'),
  ],
)
