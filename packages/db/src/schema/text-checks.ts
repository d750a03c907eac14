import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

// PostgreSQL reads the escapes.

const reordering = sql`'[\\u202A-\\u202E\\u2066-\\u2069]'`
const breaking = sql`'[\\u0001-\\u001F\\u007F-\\u009F\\u2028\\u2029]'`

/** Something that is neither a space nor ignored by fonts (Default_Ignorable_Code_Point), nor the blank Braille cell. */
const glyph = sql`'[^ \\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\u2800\\u3164\\uFE00-\\uFE0F\\uFEFF\\uFFA0\\uFFF0-\\uFFF8\\U0001BCA0-\\U0001BCA3\\U0001D173-\\U0001D17A\\U000E0000-\\U000E0FFF]'`

/** The condition of a check on text that people type: composed, in the order it's read. */
export const textCheck = (column: PgColumn): SQL =>
  sql`${column} IS NFC NORMALIZED AND ${column} !~ ${reordering}`

/** The condition of a check on a name: text of one line that shows at least one glyph. */
export const lineCheck = (column: PgColumn): SQL =>
  sql`${textCheck(column)} AND ${column} !~ ${breaking} AND ${column} ~ ${glyph}`
