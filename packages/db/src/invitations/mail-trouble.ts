import { sql } from 'drizzle-orm'
import { mail } from '../mail/table'
import type { MailTrouble } from './values'

/** Null if there is no problem, and for the first minute of a mail that is still queued. */
export const mailTrouble = sql<MailTrouble | null>`CASE
  WHEN ${mail.status} = 'failed' THEN 'failed'
  WHEN ${mail.status} = 'waiting' AND (${mail.fault} IS NOT NULL OR ${mail.createdAt} < now() - interval '1 minute')
    THEN 'delayed' END`
