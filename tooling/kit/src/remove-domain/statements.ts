const BREAK = '--> statement-breakpoint'

/** Removes the statements about some tables from a migration. Undefined when none is left. */
export function withoutTables(sql: string, tables: readonly string[]): string | undefined {
  const statements = sql.split(BREAK)
  const kept = statements.filter((statement) => !tables.some((table) => isAbout(statement, table)))
  if (kept.length === statements.length) return sql
  return kept.every((statement) => withoutComments(statement) === '')
    ? undefined
    : kept.join(BREAK).trimStart()
}

function isAbout(statement: string, table: string): boolean {
  const named = `(?:"?public"?\\.)?"?${table}"?(?![\\w"])`
  return [
    `^(?:CREATE|ALTER|DROP) TABLE (?:IF (?:NOT )?EXISTS |ONLY )*${named}`,
    `^CREATE (?:UNIQUE )?INDEX \\S+ ON ${named}`,
    `^(?:CREATE|ALTER|DROP) (?:POLICY|TRIGGER) .*? ON ${named}`,
    `^(?:GRANT|REVOKE) .*? ON (?:TABLE )?${named}`,
    `^SELECT (?:protect_tenant_table|make_searchable|audit_table)\\('${table}'`,
    `^ALTER TABLE .* REFERENCES ${named}`,
  ].some((pattern) => new RegExp(pattern, 'is').test(withoutComments(statement)))
}

function withoutComments(statement: string): string {
  return statement.replaceAll(/^\s*--.*$/gm, '').trim()
}
