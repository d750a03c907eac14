import postgres from 'postgres'

import { demoId, demoOrganizations, demoPeople } from '@kit/db/demo/demo'

import { Arena, type ArenaRecord } from '@kit/attacks/engine/arena'
import { bystanders, closedOrganization, people as arenaPeople } from '@kit/attacks/app/people'
import { attackModules } from '../attacks/attack-modules'
import { matrix } from '../attacks/matrix'
import { actionIdOf, cookieOf, madeUp, shellOf } from './stand-ins'
import type { Database } from '@kit/attacks/state/database'
import type { State } from '@kit/attacks/state/difference'

/**
 * The seeded arena without a server or database. IDs are the demo data's own, and no one is signed in.
 */
export function demoArena(): Arena {
  const endpoints = matrix.map(({ file, exportName }) => ({
    id: actionIdOf(file, exportName),
    file,
    exportName,
  }))
  return new Arena(noDatabase, false, endpoints, record())
}

function record(): ArenaRecord {
  const baseline = demoState()
  const cookies = (kind: string) =>
    Object.fromEntries(
      arenaPeople.map((email) => [email, { cookie: cookieOf(`${kind}${email}`), shell: shellOf(email) }]),
    )
  const tokens = {
    verify: madeUp('verify', 24),
    signUp: `gatehouse.sign_up=${madeUp('signUp', 43)}`,
    reset: madeUp('reset', 24),
    changeEmail: madeUp('changeEmail', 24),
    invited: madeUp('invited', 43),
    invitedNewcomer: madeUp('invitedNewcomer', 43),
    magicLink: madeUp('magicLink', 43),
    mailedCode: 'aaaaa-bbbbb',
    reportSignIn: madeUp('reportSignIn', 32),
    mailLink: madeUp('mailLink', 120),
    blockedMailLink: madeUp('blockedMailLink', 120),
    resetMailLink: madeUp('resetMailLink', 120),
  }
  const [live, signedOut, expired] = [cookies(''), cookies('signed out '), cookies('expired ')]
  const challenge = { cookie: `gatehouse.sign_in_challenge=${madeUp('challenge', 43)}`, shell: 'true' }
  return { initial: baseline, baseline, live, signedOut, expired, tokens, twoFactor: {}, challenge }
}

const nameOf = (email: string) => demoPeople.find((person) => person.email === email)?.name ?? email

/** The columns that attacks read, by their database names. */
function demoState(): State {
  const tables = {
    user: [...arenaPeople, ...Object.values(bystanders)].map((email) => ({
      id: demoId('user', email),
      email,
      name: nameOf(email),
    })),
    organization: [...demoOrganizations, { slug: closedOrganization, name: 'Closed Works' }].map(
      ({ slug, name }) => ({ id: demoId('organization', slug), slug, name }),
    ),
    member: demoOrganizations.flatMap(({ slug, members }) =>
      Object.entries(members).map(([email, role]) => ({
        id: demoId('member', `${slug} ${email}`),
        organization_id: demoId('organization', slug),
        user_id: demoId('user', email),
        role,
      })),
    ),
    session: [],
    account: [],
    verification: [],
    two_factor: [],
    backup_code: [],
    sign_in_challenge: [],
    ...Object.fromEntries(attackModules.flatMap(({ demoRows }) => Object.entries(demoRows?.() ?? {}))),
  }
  return Object.fromEntries(
    Object.entries<readonly object[]>(tables).map(([name, rows]) => [
      name,
      JSON.stringify(rows.map(asStored)),
    ]),
  )
}

/** The row with its database column names. */
function asStored(row: object): object {
  const columns = Object.entries(row).map(([name, value]) => [
    name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    value,
  ])
  return Object.fromEntries(columns)
}

const none = (): never => {
  throw new Error('There is no database during the build.')
}

const noDatabase: Database = {
  // Connects on first use, which never happens here.
  sql: postgres('postgres://nobody@127.0.0.1:1/none'),
  keys: {},
  columnNames: [],
  snapshot: none,
  resetCounters: none,
  restore: none,
  close: none,
}
