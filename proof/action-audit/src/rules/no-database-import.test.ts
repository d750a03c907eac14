import { testRule } from '../testing/rule-cases'
import { noDatabaseImport } from './no-database-import'

testRule(noDatabaseImport, {
  flagged: {
    'an import': "import postgres from 'postgres'",
    'a part of a package': "import { pgTable } from 'drizzle-orm/pg-core'",
    'types beside values': "import { eq, type SQL } from 'drizzle-orm'",
    'an import for its effect': "import 'pg'",
    'passed on': "export { sql } from 'drizzle-orm'",
    'all of it passed on': "export * from 'drizzle-orm'",
    'imported when it is needed': "export const load = () => import('postgres')",
    'by a template': 'export const load = () => import(`postgres`)',
    required: "const pg = require('pg')",
    'required by a name of its own':
      "import { createRequire } from 'node:module'\nconst need = createRequire(import.meta.url)\nconst pg = need('pg')",
    'in the manner of TypeScript': "import pg = require('pg')",
  },
  fine: {
    'the data layer': { code: "import postgres from 'postgres'", file: 'data/client.ts' },
    'a query': "import { listTasks } from '@kit/db/tasks/tasks'",
    types: "import type { SQL } from 'drizzle-orm'",
    'types only, one by one': "import { type SQL, type Column } from 'drizzle-orm'",
    'types passed on': "export type { SQL } from 'drizzle-orm'",
    'another package with such a beginning': "import { x } from 'postgres-range'",
  },
})
