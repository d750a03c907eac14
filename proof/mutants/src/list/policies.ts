import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { connectOnce } from '@kit/db/connection/connect'
import { root } from '@kit/launcher/paths'

/** A policy disabled for one operation on one table. */
export interface PolicyMutant {
  /** File and line of the policy. */
  id: string
  table: string
  label: string
  /** Disables the policy. */
  statement: string
}

interface Policy {
  name: string
  table: string
  command: 'ALL' | 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE'
  role: string
  isPermissive: boolean
  /** What the role may do with some column of the table. */
  granted: readonly string[]
}

const migrations = 'packages/db/drizzle'

/**
 * Returns every policy for the app's roles, once per operation. Leaves out policies that allow everything, those for
 * triggers, which apply to the tables' owner only, and the fixture domain's table, which no migration creates.
 */
export async function readPolicies(databaseUrl: string): Promise<PolicyMutant[]> {
  const policies = await connectOnce(
    databaseUrl,
    (client) => client<Policy[]>`
      SELECT policyname AS name, tablename AS table, cmd AS command, role, permissive = 'PERMISSIVE' AS "isPermissive",
        ARRAY(SELECT command FROM unnest('{SELECT,INSERT,UPDATE,DELETE}'::text[]) AS command
          WHERE CASE command WHEN 'DELETE' THEN has_table_privilege(role, quote_ident(tablename), command)
            ELSE has_any_column_privilege(role, quote_ident(tablename), command) END) AS granted
      FROM pg_policies, unnest(roles) AS role
      WHERE role LIKE 'gatehouse\\_%' AND tablename <> 'note' AND (coalesce(qual, 'true') <> 'true' OR coalesce(with_check, 'true') <> 'true')
      ORDER BY tablename, policyname, role`,
  )
  return policies.flatMap((policy) => {
    if (!policy.isPermissive) {
      const statement = `DROP POLICY ${policy.name} ON "${policy.table}"`
      return [{ ...describe(policy, policy.command), statement }]
    }
    const commands =
      policy.command === 'ALL' ? (['SELECT', 'INSERT', 'UPDATE', 'DELETE'] as const) : [policy.command]
    // One permissive policy is enough to allow everything, except what the role lacks the privilege for.
    return commands
      .filter((command) => policy.granted.includes(command))
      .map((command) => ({
        ...describe(policy, command),
        statement: `CREATE POLICY everything ON "${policy.table}" FOR ${command} TO ${policy.role} ${everything[command]}`,
      }))
  })
}

const everything = {
  SELECT: 'USING (true)',
  INSERT: 'WITH CHECK (true)',
  UPDATE: 'USING (true) WITH CHECK (true)',
  DELETE: 'USING (true)',
}

function describe({ name, table, role }: Policy, command: Policy['command']) {
  return { id: `${placeOf(name)}:${command}`, table, label: `${name}: ${command} on ${table} as ${role}` }
}

function placeOf(policy: string): string {
  const folder = join(root, migrations)
  for (const file of readdirSync(folder).filter((each) => each.endsWith('.sql'))) {
    const lines = readFileSync(join(folder, file), 'utf8').split('\n')
    const index = lines.findLastIndex((line) => line.includes(`CREATE POLICY "${policy}" ON`))
    if (index >= 0) return `${migrations}/${file}:${index + 1}`
  }
  throw new Error(`No migration creates the policy ${policy}.`)
}
