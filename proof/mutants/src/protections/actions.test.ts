import { existsSync } from 'node:fs'
import { auditOfSource } from 'action-audit/testing/audit-of-source'
import { root } from '@kit/launcher/paths'
import { describe, expect, test } from 'vitest'
import { readActions } from './actions'
import { chosenBy } from '../list/chosen'
import { explains, explanations } from '../list/explained'
import { mutantsOf } from '../list/mutants'
import { idOf } from './protection'
import { readSignInChecks } from './sign-in-checks'

const actions = readActions(root)
const mutants = mutantsOf(actions, root)
const { endpoints } = auditOfSource()

const protectionsOf = (action: string) => actions.find(({ name }) => name === action)?.protections ?? []

test('lists the same actions as the audit', () => {
  expect(actions.map(({ name }) => name).toSorted()).toEqual(
    endpoints.map(({ exportName }) => exportName).toSorted(),
  )
})

describe.each(endpoints)(
  '$exportName',
  ({ exportName, access, limits, captcha, freshSession, permissions, input }) => {
    const labels = protectionsOf(exportName).map(({ label }) => label)
    const makers = protectionsOf(exportName).flatMap(({ maker }) => maker ?? [])

    test('has a mutant for every protection that the audit finds', () => {
      for (const { policy } of limits)
        expect(labels.some((label) => label.includes(`'${policy}'`))).toBe(true)
      expect(makers.includes('withCaptcha')).toBe(captcha)
      expect(makers.includes('withFreshSession')).toBe(freshSession)
      expect(makers.includes('withFeaturePermission')).toBe(Object.keys(permissions).length > 0)
      expect(access === 'public' || labels.some((label) => label.includes('getSession'))).toBe(true)
      expect(labels.some((label) => label.includes('asMember'))).toBe(access === 'organization')
      expect(labels.includes('no extra fields')).toBe(input !== null)
    })
  },
)

const checks = readSignInChecks(root)

test.each([
  'passkeys/challenge',
  'providers/attempt',
  'session/find-session',
  'session/mailed-code',
  'session/session-token',
])('has mutants of checks in %s', (code) => {
  expect(checks.some(({ id }) => id.startsWith(`packages/auth/src/${code}`))).toBe(true)
})

test('gives every check its own ID and tests that exist', () => {
  expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length)
  for (const path of new Set(checks.flatMap(({ tests }) => tests)))
    expect(existsSync(`${root}/${path}`) || existsSync(`${root}/${path}.test.ts`)).toBe(true)
})

test('counts shared code once and a client link once per action', () => {
  const ids = mutants.map(
    ({ id, actions: names, protection }) => `${id} ${protection.kind === 'client' ? names[0] : ''}`,
  )
  expect(new Set(ids).size).toBe(ids.length)
  for (const { name, protections } of actions)
    for (const protection of protections)
      expect(
        mutants.some((mutant) => mutant.protection === protection && mutant.actions.includes(name)),
      ).toBe(true)
})

test('filters by action and attacks it first', () => {
  const own = mutantsOf(actions, root, ['createInvitationAction'])
  expect(new Set(own.map(({ id }) => id))).toEqual(
    new Set(protectionsOf('createInvitationAction').map((protection) => idOf(protection, root))),
  )
  expect(new Set(own.map(({ actions: [first] }) => first))).toEqual(new Set(['createInvitationAction']))
})

test('chooses by path, by action and by table', () => {
  const known = { actions, checks, root }
  const folder = 'packages/auth/src/passkeys'
  const chosen = chosenBy([folder, 'apps/web/src/features/mail', 'signOutAction', 'invitation'], known)
  expect(chosen.checks.length).toBeGreaterThan(5)
  expect(chosen.checks.filter(({ id }) => !id.startsWith(folder))).toEqual([])
  const names = chosen.mutants.flatMap(({ actions: [first] }) => first ?? [])
  expect(new Set(names)).toEqual(
    new Set(['blockMailAction', 'reportMailAction', 'signOutAction', 'unblockMailAction']),
  )
  expect(chosen.rest).toEqual(['invitation'])
  expect(chosenBy([], known).mutants).toHaveLength(mutants.length)
})

const protections = new Set([
  ...actions.flatMap((action) => action.protections),
  ...checks.map(({ protection }) => protection),
])
// An ownership rule has no mutant while no domain uses it.
const used = explanations.filter(({ file }) =>
  [...protections].some((protection) => idOf(protection, root).startsWith(`${file}:`)),
)

test('every explanation refers to an existing file', () => {
  expect(explanations.filter(({ file }) => !existsSync(`${root}/${file}`))).toEqual([])
})

test.each(used)('the explained protection exists once in $file: $label', (explanation) => {
  expect([...protections].filter((protection) => explains(explanation, protection, root))).toHaveLength(1)
})
