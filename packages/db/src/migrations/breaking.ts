const BREAKPOINT = '--> statement-breakpoint'

/** A statement that begins with this comment, and a reason, comes after the last version that needs what it removes. */
const contract = /^\s*--\s*contract:\s*\S/

/** What the code of the previous version may still use. Indexes, triggers and policies change nothing that it names. */
const dropped = /\bDROP\s+(?:TABLE|COLUMN|SCHEMA|TYPE|FUNCTION|VIEW|SEQUENCE|ROLE)\b/i
const renamed = /\bRENAME\b/i
const required = /\bADD\s+COLUMN\b(?!.*\bDEFAULT\b).*\bNOT\s+NULL\b|\bSET\s+NOT\s+NULL\b/is
const retyped = /\bSET\s+DATA\s+TYPE\b|\bALTER\s+COLUMN\s+\S+\s+TYPE\b/i

/**
 * Returns the statements of a migration that would break the code of the previous version, which keeps running until
 * the deploy is over. A dropped constraint has to come back under its name in the same migration.
 */
export function breaking(migration: string): string[] {
  const statements = migration.split(BREAKPOINT)
  return statements
    .filter((statement) => !contract.test(statement))
    .map(withoutComments)
    .filter((statement) => breaks(statement) || isGone(statement, statements))
}

function breaks(statement: string): boolean {
  return [dropped, renamed, required, retyped].some((pattern) => pattern.test(statement))
}

function isGone(statement: string, statements: readonly string[]): boolean {
  const [, name] = /\bDROP\s+CONSTRAINT\s+(?:IF\s+EXISTS\s+)?("?\w+"?)/i.exec(statement) ?? []
  return name !== undefined && !statements.some((other) => other.includes(`ADD CONSTRAINT ${name}`))
}

function withoutComments(statement: string): string {
  return statement.replaceAll(/^\s*--.*$/gm, '').trim()
}
