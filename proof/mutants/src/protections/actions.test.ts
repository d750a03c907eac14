import { existsSync } from 'node:fs'
import { settingsFor } from 'action-audit/config/load-config'
import { takeInventory } from 'action-audit/inventory/take-inventory'
import { Project } from 'action-audit/project/project'
import { root } from '@kit/launcher/paths'
import { describe, expect, test } from 'vitest'
import { readActions } from './actions'
import { explains, explanations } from '../list/explained'
import { mutantsOf } from '../list/mutants'
import { idOf } from './place'

const actions = readActions(root)
const mutants = mutantsOf(actions, root)
const { endpoints } = takeInventory(
  { project: new Project(), settings: settingsFor(`${root}/apps/web`) },
  { build: 'ignore' },
)

const placesOf = (action: string) => actions.find(({ name }) => name === action)?.places ?? []

test('lists the same actions as the audit', () => {
  expect(actions.map(({ name }) => name).toSorted()).toEqual(
    endpoints.map(({ exportName }) => exportName).toSorted(),
  )
})

describe.each(endpoints)(
  '$exportName',
  ({ exportName, access, limits, captcha, freshSession, permissions, input }) => {
    const labels = placesOf(exportName).map(({ label }) => label)
    const makers = placesOf(exportName).flatMap(({ maker }) => maker ?? [])

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

test('counts shared code once and a client link once per action', () => {
  const ids = mutants.map(
    ({ id, actions: names, place }) => `${id} ${place.kind === 'client' ? names[0] : ''}`,
  )
  expect(new Set(ids).size).toBe(ids.length)
  for (const { name, places } of actions)
    for (const place of places)
      expect(mutants.some((mutant) => mutant.place === place && mutant.actions.includes(name))).toBe(true)
})

test('filters by action and attacks it first', () => {
  const own = mutantsOf(actions, root, 'createInvitationAction')
  expect(new Set(own.map(({ id }) => id))).toEqual(
    new Set(placesOf('createInvitationAction').map((place) => idOf(place, root))),
  )
  expect(new Set(own.map(({ actions: [first] }) => first))).toEqual(new Set(['createInvitationAction']))
})

const places = new Set(actions.flatMap((action) => action.places))
// An ownership rule has no mutant while no domain uses it.
const used = explanations.filter(({ file }) =>
  [...places].some((place) => idOf(place, root).startsWith(`${file}:`)),
)

test('every explanation refers to an existing file', () => {
  expect(explanations.filter(({ file }) => !existsSync(`${root}/${file}`))).toEqual([])
})

test.each(used)('the explained place exists once in $file: $label', (explanation) => {
  expect([...places].filter((place) => explains(explanation, place, root))).toHaveLength(1)
})
