import { testRule } from '../testing/rule-cases'
import { noDatabaseImport } from './no-database-import'

testRule(noDatabaseImport, {
  flagged: {
    'an import': "import postgres from 'postgres'",
    'a subpath of a package': "import { pgTable } from 'drizzle-orm/pg-core'",
    'types next to values': "import { eq, type SQL } from 'drizzle-orm'",
    'a side-effect import': "import 'pg'",
    're-exported': "export { sql } from 'drizzle-orm'",
    're-exported as a whole': "export * from 'drizzle-orm'",
    'a dynamic import': "export const load = () => import('postgres')",
    'a dynamic import with a template': 'export const load = () => import(`postgres`)',
    required: "const pg = require('pg')",
    'required with createRequire':
      "import { createRequire } from 'node:module'\nconst need = createRequire(import.meta.url)\nconst pg = need('pg')",
    'a TypeScript require': "import pg = require('pg')",
  },
  fine: {
    'the data layer': { code: "import postgres from 'postgres'", file: 'data/client.ts' },
    'a query': "import { listTasks } from '@kit/db/tasks/tasks'",
    types: "import type { SQL } from 'drizzle-orm'",
    'inline type imports': "import { type SQL, type Column } from 'drizzle-orm'",
    're-exported types': "export type { SQL } from 'drizzle-orm'",
    'a package with the same prefix': "import { x } from 'postgres-range'",
  },
})
