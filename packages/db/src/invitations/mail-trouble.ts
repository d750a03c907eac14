import { sql } from 'drizzle-orm'
import { mail } from '../mail/table'
import type { MailTrouble } from './values'

/** Null while all is well, and a minute long for a mail that nobody has tried to send. */
export const mailTrouble = sql<MailTrouble | null>`CASE
  WHEN ${mail.status} = 'failed' THEN 'failed'
  WHEN ${mail.status} = 'waiting' AND (${mail.fault} IS NOT NULL OR ${mail.createdAt} < now() - interval '1 minute')
    THEN 'delayed' END`
