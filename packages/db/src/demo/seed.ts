import { inArray, sql } from 'drizzle-orm'
import { wrap } from '../connection/client'
import type { Transaction } from '../connection/client'
import { connectOnce } from '../connection/connect'
import { demoDomains } from './domains'
import { demoId, demoOrganizations, demoPassword, demoPeople } from './demo'
import { hashPassword } from '../sign-in/password-hash'
import { account, user } from '../accounts/table'
import { member } from '../members/table'
import { organization } from '../organizations/table'

/** The database must not get demo data. `message` is one line. */
export class SeedRefusedError extends Error {
  override name = 'SeedRefusedError'
}

export interface SeedOptions {
  log?: (line: string) => void
  /** Production refuses demo data, because its passwords are public. Defaults to what NODE_ENV says. */
  production?: boolean
}

// Any number that the migrations don't use.
const LOCK = 4_711_000_002

/** Age of the demo organizations, in milliseconds. Older than their content. */
const AGE = 70 * 24 * 3_600_000

/**
 * Fills an empty, migrated database with the demo people, organizations and each domain's rows, in one transaction. Does
 * nothing in a database that was seeded before.
 * @throws SeedRefusedError in production, and when the database has other data
 */
export async function seed(url: string, options: SeedOptions = {}): Promise<'seeded' | 'already'> {
  const { log = () => {}, production = process.env.NODE_ENV === 'production' } = options
  if (production) throw new SeedRefusedError('Refusing to add demo data in production.')
  return connectOnce(url, (client) =>
    wrap(client).transaction(async (transaction) => {
      await transaction.execute(sql`SELECT pg_advisory_xact_lock(${LOCK})`)
      if (await isSeeded(transaction)) return 'already'
      log('Adding the demo data.')
      await addPeople(transaction)
      await addOrganizations(transaction)
      const now = new Date()
      for (const domain of demoDomains)
        for (const demoOrganization of demoOrganizations) await domain.add(transaction, demoOrganization, now)
      return 'seeded'
    }),
  )
}

async function isSeeded(transaction: Transaction): Promise<boolean> {
  const people = demoPeople.map(({ email }) => demoId('user', email))
  const [own] = await transaction.select({ id: user.id }).from(user).where(inArray(user.id, people)).limit(1)
  if (own) return true
  const [someone] = await transaction.select({ id: user.id }).from(user).limit(1)
  const [something] = await transaction.select({ id: organization.id }).from(organization).limit(1)
  if (someone || something)
    throw new SeedRefusedError('Refusing to add demo data: the database already has other data.')
  return false
}

/** Shared: hashing is slow by design, everyone has the same password, and the lab adds the data again for each attack. */
let demoHash: Promise<string> | undefined

async function addPeople(transaction: Transaction): Promise<void> {
  demoHash ??= hashPassword(demoPassword)
  const password = await demoHash
  const createdAt = new Date(Date.now() - AGE)
  await transaction.insert(user).values(
    demoPeople.map(({ email, name, superAdmin }) => ({
      id: demoId('user', email),
      email,
      name,
      emailVerified: true,
      role: superAdmin ? 'super-admin' : 'user',
      createdAt,
    })),
  )
  await transaction.insert(account).values(
    demoPeople.map(({ email }) => ({
      userId: demoId('user', email),
      accountId: demoId('user', email),
      providerId: 'credential',
      password,
    })),
  )
}

async function addOrganizations(transaction: Transaction): Promise<void> {
  await transaction.execute(sql`SELECT set_config('app.action', 'seed', true)`)
  const founded = new Date(Date.now() - AGE)
  await transaction.insert(organization).values(
    demoOrganizations.map(({ slug, name }) => ({
      id: demoId('organization', slug),
      slug,
      name,
      createdAt: founded,
    })),
  )
  await transaction.insert(member).values(
    demoOrganizations.flatMap(({ slug, members }) =>
      Object.entries(members).map(([email, role], place) => ({
        id: demoId('member', `${slug} ${email}`),
        organizationId: demoId('organization', slug),
        userId: demoId('user', email),
        role,
        createdAt: new Date(founded.getTime() + place),
      })),
    ),
  )
}
