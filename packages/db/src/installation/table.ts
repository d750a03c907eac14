import { sql } from 'drizzle-orm'
import { check, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { appRows, ownerInTrigger } from '../schema/policies'
import { textCheck } from '../schema/text-checks'
import { organizationCreators, signUpModes } from './values'

/** The only row's ID. */
export const INSTALLATION_ID = '00000000-0000-8000-8000-000000000001'

/** Settings that super-admins change while the app runs, in one row. */
export const installation = pgTable(
  'installation',
  {
    id: uuid().primaryKey().default(INSTALLATION_ID),
    /** A trigger on `user` enforces it, so it holds for every way to sign up (drizzle/). */
    signUp: text('sign_up_mode', { enum: signUpModes }).notNull().default('open'),
    /** Lowercase, separated by spaces. */
    signUpDomains: text().notNull().default(''),
    organizationCreators: text({ enum: organizationCreators }).notNull().default('everyone'),
    /** Plain text on every page. Empty: none. */
    banner: text().notNull().default(''),
  },
  (table) => [
    check('installation_once', sql`${table.id} = ${sql.raw(`'${INSTALLATION_ID}'`)}`),
    check('installation_sign_up_known', sql`${table.signUp} IN ('open', 'invitation', 'domains')`),
    check('installation_creators_known', sql`${table.organizationCreators} IN ('everyone', 'admins')`),
    check(
      'installation_lengths',
      sql`length(${table.signUpDomains}) <= 1000 AND length(${table.banner}) <= 300`,
    ),
    check('installation_banner_text', textCheck(table.banner)),
    appRows('installation_of_app'),
    ownerInTrigger('installation_in_trigger', 'select'),
  ],
)
