import { createHash } from 'node:crypto'

/** Public, so the seed refuses to use it in production. */
export const demoPassword = 'open-the-gate-2026'

export interface DemoPerson {
  email: string
  name: string
  superAdmin?: true
}

/** The people in the demo data. */
export const demoPeople: DemoPerson[] = [
  { email: 'owner@acme.test', name: 'Acme Owner' },
  { email: 'admin@acme.test', name: 'Acme Admin' },
  { email: 'editor@acme.test', name: 'Acme Editor' },
  { email: 'viewer@acme.test', name: 'Acme Viewer' },
  { email: 'owner@globex.test', name: 'Globex Owner' },
  { email: 'editor@globex.test', name: 'Globex Editor' },
  { email: 'both@gatehouse.test', name: 'Acme and Globex' },
  { email: 'nomad@gatehouse.test', name: 'Nomad' },
  { email: 'root@gatehouse.test', name: 'Root', superAdmin: true },
]

export interface DemoOrganization {
  slug: string
  name: string
  /** Role by email, in the order they joined. */
  members: Record<string, 'owner' | 'admin' | 'editor' | 'viewer'>
}

export const demoOrganizations: DemoOrganization[] = [
  {
    slug: 'acme',
    name: 'Acme',
    members: {
      'owner@acme.test': 'owner',
      'admin@acme.test': 'admin',
      'editor@acme.test': 'editor',
      'viewer@acme.test': 'viewer',
      'both@gatehouse.test': 'editor',
    },
  },
  {
    slug: 'globex',
    name: 'Globex',
    members: {
      'owner@globex.test': 'owner',
      'editor@globex.test': 'editor',
      'both@gatehouse.test': 'viewer',
    },
  },
]

/**
 * Returns the ID of a demo row: a version 8 UUID derived from its name, so it is the same in every database. The seed
 * recognizes its own rows by it, and tests can refer to them. `demoId('user', 'owner@acme.test')`,
 * `demoId('organization', 'acme')`, `demoId('member', 'acme owner@acme.test')`, `demoId('role', 'acme Triage')`.
 */
export function demoId(kind: string, name: string): string {
  const hex = createHash('sha256').update(`gatehouse ${kind} ${name}`).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
