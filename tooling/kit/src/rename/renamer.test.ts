import { describe, expect, it } from 'vitest'
import { renamer } from './renamer'

const thistle = { name: 'Thistle', slug: 'thistle' }
const cornCrake = { name: 'Corn Crake', slug: 'corn-crake' }
const elm = { name: 'Elm', slug: 'elm' }

const places: readonly (readonly [place: string, thistle: string, cornCrake: string])[] = [
  ['a sentence', 'Join Thistle today.', 'Join Corn Crake today.'],
  ['a possessive', 'Thistle’s members', 'Corn Crake’s members'],
  ['a type', 'interface ThistleOptions {}', 'interface CornCrakeOptions {}'],
  ['a function', 'callThistle()', 'callCornCrake()'],
  ['a property', 'shared.thistleStore ??= x', 'shared.cornCrakeStore ??= x'],
  ['a setting', 'THISTLE_HOME=/srv', 'CORN_CRAKE_HOME=/srv'],
  ['a role', 'GRANT thistle_app TO thistle_tenant', 'GRANT corn_crake_app TO corn_crake_tenant'],
  ['a pattern of roles', String.raw`LIKE 'thistle\\_%'`, String.raw`LIKE 'corn_crake\\_%'`],
  ['the role of the app', "const APP_ROLE = 'thistle'", "const APP_ROLE = 'corn_crake'"],
  [
    'a database URL',
    'postgres://thistle:secret@db.test/thistle',
    'postgres://corn_crake:secret@db.test/corn_crake',
  ],
  ['a cookie', '__Host-thistle.session_token', '__Host-corn-crake.session_token'],
  ['a cookie prefix', "secure ? '__Host-thistle' : 'thistle'", "secure ? '__Host-corn-crake' : 'corn-crake'"],
  ['a mail domain', 'nomad@thistle.test', 'nomad@corn-crake.test'],
  ['a folder', '/var/lib/thistle/data .thistle/**', '/var/lib/corn-crake/data .corn-crake/**'],
  ['a temporary folder', 'thistle-test-', 'corn-crake-test-'],
]

describe('a one-word name', () => {
  it.each(places)('becomes a two-word name in %s', (_, before, after) => {
    expect(renamer(thistle, cornCrake)(before)).toBe(after)
  })

  it.each(places)('can be restored in %s', (_, before, after) => {
    expect(renamer(cornCrake, thistle)(after)).toBe(before)
  })

  it.each(places)('becomes another one-word name in %s', (_, before) => {
    const after = renamer(thistle, elm)(before)
    expect(after.toLowerCase()).toBe(before.toLowerCase().replaceAll('thistle', 'elm'))
    expect(after.toLowerCase()).not.toContain('thistle')
  })
})

it('finds a name that wraps', () => {
  expect(renamer(cornCrake, thistle)('<p>\n  Join Corn\n  Crake.\n</p>')).toBe('<p>\n  Join Thistle.\n</p>')
})

it('leaves longer words alone', () => {
  expect(renamer(elm, thistle)('realm elms Elmo HELM elm')).toBe('realm elms Elmo HELM thistle')
})

it('keeps an acronym apart from a constant', () => {
  const crm = { name: 'CRM', slug: 'crm' }
  expect(renamer(crm, cornCrake)('CRM is CRM_HOME of crm')).toBe(
    'Corn Crake is CORN_CRAKE_HOME of corn-crake',
  )
})
