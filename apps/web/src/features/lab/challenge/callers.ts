/** Who can send a request. Super-admins can't, because no check would stop them. */
export const callers = [
  'signed-out',
  'owner@acme.test',
  'admin@acme.test',
  'editor@acme.test',
  'viewer@acme.test',
  'owner@globex.test',
  'editor@globex.test',
  'nomad@gatehouse.test',
] as const

export type Caller = (typeof callers)[number]

const labels: Readonly<Record<Caller, string>> = {
  'signed-out': 'Signed out',
  'owner@acme.test': 'owner@acme.test, owner of Acme',
  'admin@acme.test': 'admin@acme.test, admin of Acme',
  'editor@acme.test': 'editor@acme.test, editor of Acme',
  'viewer@acme.test': 'viewer@acme.test, viewer of Acme',
  'owner@globex.test': 'owner@globex.test, owner of Globex',
  'editor@globex.test': 'editor@globex.test, editor of Globex',
  'nomad@gatehouse.test': 'nomad@gatehouse.test, in no organization',
}

export const labelOfCaller = (caller: Caller): string => labels[caller]
