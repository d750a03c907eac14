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
    createdAt: createdAt(),
  },
  (table) => [
    unique('organization_slug').on(table.slug),
    // Must match the expression in `wordsIn`.
    index('organization_words').using(
      'gin',
      sql`to_tsvector('simple'::regconfig, regexp_replace(name || ' ' || slug, '[[:punct:][:space:]]+', ' ', 'g'))`,
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
