import { sql } from 'drizzle-orm'
import { check, index, pgPolicy, pgTable, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { user } from '../accounts/table'
import { invitation } from '../invitations/table'
import { createdAt, id, instant } from '../schema/columns'
import { appRole, tenantRole, workerRole } from '../schema/database-roles'
import { appRows, ownerInTrigger } from '../schema/policies'
import { mailStatuses } from './values'

/** Mail to send, written by the transaction that causes it. Without an organization: only the worker reads the content. */
export const mail = pgTable(
  'mail',
  {
    /** Also in the Message-ID, so a mail server recognizes a duplicate. */
    id: uuid().primaryKey(),
    /** One email per invitation: the latest. */
    invitationId: uuid()
      .unique('mail_of_invitation_once')
      .references(() => invitation.id, { onDelete: 'cascade' }),
    /** Recipient and content, encrypted. Erased once the email is sent or abandoned. */
    sealed: text(),
    status: text({ enum: mailStatuses }).notNull().default('waiting'),
    attempts: smallint().notNull().default(0),
    /** When to try next. While a worker sends it, when another can take over. */
    dueAt: instant().notNull().defaultNow(),
    /** When it is no longer worth sending. */
    expiresAt: instant().notNull(),
    /** Why the last attempt failed: a code, without the recipient. */
    fault: text(),
    createdAt: createdAt(),
    settledAt: instant(),
  },
  (table) => [
    index('mail_due')
      .on(table.dueAt)
      .where(sql`${table.status} = 'waiting'`),
    index('mail_settled')
      .on(table.settledAt)
      .where(sql`${table.status} <> 'waiting'`),
    check('mail_status_known', sql`${table.status} IN ('waiting', 'sent', 'failed')`),
    check('mail_content_while_waiting', sql`(${table.status} = 'waiting') = (${table.sealed} IS NOT NULL)`),
    check('mail_settled_once', sql`(${table.status} = 'waiting') = (${table.settledAt} IS NULL)`),
    check('mail_sealed_length', sql`length(${table.sealed}) <= 100000`),
    pgPolicy('mail_of_app', { to: appRole, for: 'insert', withCheck: sql`invitation_id IS NULL` }),
    pgPolicy('mail_of_tenant', {
      to: tenantRole,
      using: sql`EXISTS (SELECT FROM invitation
        WHERE invitation.id = mail.invitation_id AND invitation.organization_id = tenant_organization_id())`,
    }),
    pgPolicy('mail_of_worker', { to: workerRole, using: sql`true` }),
    ownerInTrigger('mail_in_trigger'),
    pgPolicy('mail_in_purge', {
      to: 'current_user',
      using: sql`current_setting('app.purges', true) = 'on' AND status <> 'waiting'`,
    }),
  ],
)

/** Email that a mailbox no longer wants. The worker reads it before each send. */
export const mailBlock = pgTable(
  'mail_block',
  {
    id: id(),
    /** A keyed hash of the mailbox, the same for every way to write its address. */
    mailboxHash: text().notNull(),
    /** Whose email is blocked; null blocks everything that can be blocked. */
    senderId: uuid().references(() => user.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (table) => [
    unique('mail_block_once').on(table.mailboxHash, table.senderId).nullsNotDistinct(),
    index('mail_block_sender').on(table.senderId),
    check('mail_block_hash_length', sql`length(${table.mailboxHash}) = 43`),
    appRows('mail_block_of_app'),
    pgPolicy('mail_block_of_worker', { to: workerRole, for: 'select', using: sql`true` }),
  ],
)
