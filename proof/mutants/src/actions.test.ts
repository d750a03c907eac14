import { existsSync } from 'node:fs'
import { settingsFor } from 'action-audit/config/load-config'
import { takeInventory } from 'action-audit/inventory/take-inventory'
import { Project } from 'action-audit/project/project'
import { root } from '@kit/launcher/paths'
import { describe, expect, test } from 'vitest'
import { readActions } from './actions'
import { explains, explanations } from './explained'
import { mutantsOf } from './mutants'
import { idOf } from './place'

const actions = readActions(root)
const mutants = mutantsOf(actions, root)
const { endpoints } = takeInventory(
  { project: new Project(), settings: settingsFor(`${root}/apps/web`) },
  { build: 'ignore' },
)

const placesOf = (action: string) => actions.find(({ name }) => name === action)?.places ?? []

test('every action of the audit is here, and no other', () => {
  expect(actions.map(({ name }) => name).toSorted()).toEqual(
    endpoints.map(({ exportName }) => exportName).toSorted(),
  )
})

describe.each(endpoints)(
  '$exportName',
  ({ exportName, access, limits, captcha, freshSession, permissions, input }) => {
    const labels = placesOf(exportName).map(({ label }) => label)
    const makers = placesOf(exportName).flatMap(({ maker }) => maker ?? [])

    test('has a mutant for each protection that the audit finds', () => {
      for (const { policy } of limits)
        expect(labels.some((label) => label.includes(`'${policy}'`))).toBe(true)
      expect(makers.includes('withCaptcha')).toBe(captcha)
      expect(makers.includes('withFreshSession')).toBe(freshSession)
      expect(makers.includes('withFeaturePermission')).toBe(Object.keys(permissions).length > 0)
      expect(access === 'public' || labels.some((label) => label.includes('getSession'))).toBe(true)
      expect(labels.some((label) => label.includes('asMember'))).toBe(access === 'organization')
      expect(labels.includes('no further fields')).toBe(input !== null)
    })
  },
)

test('what stands in several actions is taken out once, and a link of a client once for each', () => {
  const ids = mutants.map(
    ({ id, actions: names, place }) => `${id} ${place.kind === 'client' ? names[0] : ''}`,
  )
  expect(new Set(ids).size).toBe(ids.length)
  for (const { name, places } of actions)
    for (const place of places)
      expect(mutants.some((mutant) => mutant.place === place && mutant.actions.includes(name))).toBe(true)
})

test('of one action there are its own, and it is attacked first', () => {
  const own = mutantsOf(actions, root, 'createInvitationAction')
  expect(new Set(own.map(({ id }) => id))).toEqual(
    new Set(placesOf('createInvitationAction').map((place) => idOf(place, root))),
  )
  expect(new Set(own.map(({ actions: [first] }) => first))).toEqual(new Set(['createInvitationAction']))
})

const places = new Set(actions.flatMap((action) => action.places))
// A rule of ownership has no place while no domain uses it.
const used = explanations.filter(({ file }) =>
  [...places].some((place) => idOf(place, root).startsWith(`${file}:`)),
)

test('every explanation is of a file that is there', () => {
  expect(explanations.filter(({ file }) => !existsSync(`${root}/${file}`))).toEqual([])
})

test.each(used)('what is explained in $file is there, and once: $label', (explanation) => {
  expect([...places].filter((place) => explains(explanation, place, root))).toHaveLength(1)
})
