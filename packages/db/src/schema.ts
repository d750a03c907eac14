import { relations, sql } from 'drizzle-orm'
import {
  boolean,
  check,
  customType,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { securityEventKinds } from './activity/security-event-values'
import { taskPriorities, taskStatuses } from './tasks/values'
import type { TaskPriority } from './tasks/values'

// Who may read and write these tables, and what is recorded of it, stands in drizzle/0001 and 0002.

const id = () => uuid().primaryKey().defaultRandom()

// Milliseconds, as a JavaScript Date holds: a finer clock would make cursors skip rows.
const instant = () => timestamp({ withTimezone: true, precision: 3 })
const createdAt = () => instant().notNull().defaultNow()
const updatedAt = () =>
  instant()
    .notNull()
    .defaultNow()
    .$onUpdate(() => new Date())

export const user = pgTable(
  'user',
  {
    id: id(),
    name: text().notNull(),
    email: text().notNull().unique(),
    emailVerified: boolean().notNull().default(false),
    image: text(),
    role: text().default('user'),
    banned: boolean().default(false),
    banReason: text(),
    banExpires: instant(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    check('user_name_length', sql`length(${table.name}) BETWEEN 1 AND 100`),
    check('user_email_lower', sql`${table.email} = lower(${table.email}) AND length(${table.email}) <= 254`),
  ],
)

export const session = pgTable(
  'session',
  {
    id: id(),
    userId: uuid()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    token: text().notNull().unique(),
    expiresAt: instant().notNull(),
    ipAddress: text(),
    userAgent: text(),
    activeOrganizationId: uuid(),
    impersonatedBy: uuid(),
    /** When the password was last given in this session. */
    provedAt: instant(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [index('session_user').on(table.userId)],
)

export const account = pgTable(
  'account',
  {
    id: id(),
    userId: uuid()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    providerId: text().notNull(),
    accountId: text().notNull(),
    password: text(),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: instant(),
    refreshTokenExpiresAt: instant(),
    scope: text(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    index('account_user').on(table.userId),
    unique('account_of_provider').on(table.providerId, table.accountId),
  ],
)

export const verification = pgTable(
  'verification',
  {
    id: id(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: instant().notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [index('verification_identifier').on(table.identifier)],
)

export const organization = pgTable(
  'organization',
  {
    id: id(),
    name: text().notNull(),
    slug: text().notNull(),
    logo: text(),
    metadata: text(),
    createdAt: createdAt(),
  },
  (table) => [
    unique('organization_slug').on(table.slug),
    check('organization_name_length', sql`length(${table.name}) BETWEEN 1 AND 100`),
    check(
      'organization_slug_shape',
      sql`${table.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(${table.slug}) BETWEEN 2 AND 48`,
    ),
  ],
)

/** Roles that an organization made for itself. `@kit/auth` reads `permissions`; here they are any object. */
export const organizationRole = pgTable(
  'organization_role',
  {
    id: id(),
    organizationId: uuid()
      .notNull()
      .references(() => organization.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    permissions: jsonb().$type<unknown>().notNull(),
    createdBy: uuid().references(() => user.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (table) => [
    // What members and invitations refer to: a role together with the organization that it is of.
    unique('organization_role_of_organization').on(table.organizationId, table.id),
    uniqueIndex('organization_role_name').on(table.organizationId, sql`lower(${table.name})`),
    index('organization_role_creator').on(table.createdBy),
    check(
      'organization_role_name_shape',
      sql`length(${table.name}) BETWEEN 1 AND 40 AND ${table.name} = btrim(${table.name})`,
    ),
    check(
      'organization_role_name_free',
      sql`lower(${table.name}) NOT IN ('owner', 'admin', 'editor', 'viewer', 'custom')`,
    ),
    check(
      'organization_role_permissions_shape',
      sql`jsonb_typeof(${table.permissions}) = 'object' AND length(${table.permissions}::text) <= 2000`,
    ),
  ],
)

/** Every slug that an organization has or had; written by a trigger (drizzle/0006). */
export const claimedSlug = pgTable(
  'claimed_slug',
  {
    slug: text().primaryKey(),
    organizationId: uuid()
      .notNull()
      .references(() => organization.id, { onDelete: 'cascade' }),
    claimedAt: instant().notNull().defaultNow(),
  },
  (table) => [index('claimed_slug_by_age').on(table.organizationId, table.claimedAt)],
)

export const member = pgTable(
  'member',
  {
    id: id(),
    organizationId: uuid()
      .notNull()
      .references(() => organization.id, { onDelete: 'cascade' }),
    userId: uuid()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    role: text().notNull(),
    customRoleId: uuid(),
    createdAt: createdAt(),
  },
  (table) => [
    unique('member_once').on(table.organizationId, table.userId),
    index('member_user').on(table.userId),
    index('member_by_age').on(table.organizationId, table.createdAt, table.id),
    index('member_custom_role').on(table.organizationId, table.customRoleId),
    foreignKey({
      name: 'member_role_is_own',
      columns: [table.organizationId, table.customRoleId],
      foreignColumns: [organizationRole.organizationId, organizationRole.id],
    }).onDelete('restrict'),
    check('member_custom_role', sql`(${table.role} = 'custom') = (${table.customRoleId} IS NOT NULL)`),
  ],
)

export const invitation = pgTable(
  'invitation',
  {
    id: id(),
    organizationId: uuid()
      .notNull()
      .references(() => organization.id, { onDelete: 'cascade' }),
    inviterId: uuid()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    email: text().notNull(),
    role: text(),
    customRoleId: uuid(),
    status: text().notNull().default('pending'),
    expiresAt: instant().notNull(),
    /** Of the secret in the newest link that was mailed; the older ones lead nowhere. */
    tokenHash: text(),
    /** Mails that went out for it. */
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
    index('invitation_custom_role').on(table.organizationId, table.customRoleId),
    // The migration narrows this to SET NULL (custom_role_id). The check below then refuses for a pending invitation, and
    // one that is settled lets go of its role.
    foreignKey({
      name: 'invitation_role_is_own',
      columns: [table.organizationId, table.customRoleId],
      foreignColumns: [organizationRole.organizationId, organizationRole.id],
    }).onDelete('set null'),
    // Not `=`, which is null for an invitation without a role, and a check lets null pass.
    check(
      'invitation_custom_role',
      sql`(${table.role} IS NOT DISTINCT FROM 'custom') = (${table.customRoleId} IS NOT NULL)
        OR (${table.status} <> 'pending' AND ${table.customRoleId} IS NULL)`,
    ),
    index('invitation_accepted_by').on(table.acceptedBy),
    check('invitation_sent_count', sql`${table.sentCount} BETWEEN 1 AND 6`),
    check(
      'invitation_email_lower',
      sql`${table.email} = lower(${table.email}) AND length(${table.email}) <= 254`,
    ),
    check('invitation_status_known', sql`${table.status} IN ('pending', 'accepted', 'rejected', 'canceled')`),
  ],
)

/** A number in the database, so that it sorts by weight, and by an operator that row-level security lets an index use. */
const priority = customType<{ data: TaskPriority; driverData: number }>({
  dataType: () => 'smallint',
  toDriver: (value) => taskPriorities.indexOf(value) + 1,
  fromDriver: (weight) => {
    const value = taskPriorities[weight - 1]
    if (!value) throw new Error(`No priority has the weight ${weight}.`)
    return value
  },
})

export const task = pgTable(
  'task',
  {
    id: id(),
    organizationId: uuid()
      .notNull()
      .references(() => organization.id, { onDelete: 'cascade' }),
    title: text().notNull(),
    description: text().notNull().default(''),
    // Text and a check: an enum's operators are not leakproof, and row-level security would keep them off the index.
    status: text({ enum: taskStatuses }).notNull().default('backlog'),
    priority: priority()
      .notNull()
      .default(sql`2`),
    assigneeId: uuid(),
    createdBy: uuid().references(() => user.id, { onDelete: 'set null' }),
    dueDate: date({ mode: 'string' }),
    createdAt: createdAt(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (table) => [
    // The migration narrows this to SET NULL (assignee_id): the organization stays.
    foreignKey({
      name: 'task_assignee_is_member',
      columns: [table.organizationId, table.assigneeId],
      foreignColumns: [member.organizationId, member.userId],
    }).onDelete('set null'),
    index('task_by_age').on(table.organizationId, table.createdAt, table.id),
    index('task_by_change').on(table.organizationId, table.updatedAt, table.id),
    index('task_by_due_date').on(
      table.organizationId,
      sql`(CASE WHEN ${table.dueDate} IS NULL THEN 'infinity'::date ELSE ${table.dueDate} END)`,
      table.id,
    ),
    index('task_by_priority').on(table.organizationId, table.priority, table.createdAt, table.id),
    index('task_by_assignee').on(table.organizationId, table.assigneeId, table.createdAt, table.id),
    index('task_creator').on(table.createdBy),
    check('task_title_length', sql`length(${table.title}) BETWEEN 1 AND 200`),
    check('task_description_length', sql`length(${table.description}) <= 5000`),
    check(
      'task_status_known',
      sql`${table.status} IN ('backlog', 'todo', 'in_progress', 'in_review', 'done', 'cancelled')`,
    ),
    check('task_priority_known', sql`${table.priority} BETWEEN 1 AND 4`),
    check('task_due_date_range', sql`${table.dueDate} BETWEEN '2000-01-01' AND '2199-12-31'`),
  ],
)

/** What one column was and became; a side is missing where there was, or is, no value. */
export interface ColumnChange {
  old?: unknown
  new?: unknown
}

/** Written by triggers only. No foreign keys: the record outlives what it tells of. */
export const auditEvent = pgTable(
  'audit_event',
  {
    id: id(),
    organizationId: uuid(),
    actorId: uuid(),
    action: text().notNull(),
    targetType: text().notNull(),
    targetId: uuid().notNull(),
    changes: jsonb().$type<Record<string, ColumnChange>>().notNull(),
    requestId: text(),
    createdAt: createdAt(),
  },
  (table) => [
    index('audit_event_by_age').on(table.organizationId, table.createdAt, table.id),
    index('audit_event_anywhere')
      .on(table.createdAt, table.id)
      .where(sql`${table.targetType} <> 'task'`),
  ],
)

/** Written by `record_security_event` only, one row for many refusals. No foreign keys, as above. */
export const securityEvent = pgTable(
  'security_event',
  {
    id: id(),
    minute: instant().notNull(),
    kind: text({ enum: securityEventKinds }).notNull(),
    action: text().notNull(),
    /** Of the live session; without one the network stands in its place, and with neither, many others. */
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
  ],
)

// Better Auth joins by these names: singular for one, plural for many.

export const userRelations = relations(user, ({ many }) => ({
  sessions: many(session),
  accounts: many(account),
  members: many(member),
  invitations: many(invitation),
}))

export const sessionRelations = relations(session, ({ one }) => ({
  user: one(user, { fields: [session.userId], references: [user.id] }),
}))

export const accountRelations = relations(account, ({ one }) => ({
  user: one(user, { fields: [account.userId], references: [user.id] }),
}))

export const organizationRelations = relations(organization, ({ many }) => ({
  members: many(member),
  invitations: many(invitation),
}))

export const memberRelations = relations(member, ({ one }) => ({
  organization: one(organization, { fields: [member.organizationId], references: [organization.id] }),
  user: one(user, { fields: [member.userId], references: [user.id] }),
}))

export const invitationRelations = relations(invitation, ({ one }) => ({
  organization: one(organization, { fields: [invitation.organizationId], references: [organization.id] }),
  user: one(user, { fields: [invitation.inviterId], references: [user.id] }),
}))
