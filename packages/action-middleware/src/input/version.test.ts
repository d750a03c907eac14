import { describe, expect, it, test } from 'vitest'

import { compareEdit, decisionsOn, mergeVersions, readVersion, versionOf } from './version'
import { versionField } from './version-schema'

const loaded = { title: 'Fence', status: 'todo', assigneeId: null }
const compare = (edit: { stored?: object; sent?: object; version?: string }) =>
  compareEdit({
    current: { ...loaded, ...edit.stored },
    wanted: { ...loaded, ...edit.sent },
    seen: readVersion(edit.version ?? versionOf(loaded)),
  })

describe('versionOf', () => {
  it('differs where a value differs', () => {
    const versions = [null, '', 'null', 0, false, [], ['a', 'b'], ['a,b'], 'a', 'A', '\u00e9'].map((title) =>
      versionOf({ title }),
    )
    expect(new Set(versions).size).toBe(versions.length)
    expect(versionOf({ title: undefined })).toBe(versionOf({ title: null }))
  })

  it('is what its schema accepts, even for many fields and long values', () => {
    const values = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`someField${index}`, 'x'.repeat(5000)]),
    )
    expect(versionField.safeParse(versionOf(values)).success).toBe(true)
  })
})

test.each(['', 'title', 'title.', '.1', 'title.A', "title.1'", 'title.1;status.2', 'title.1\n', 'a.1,,b.2'])(
  'the schema judges %j',
  (text) => {
    expect(versionField.safeParse(text).success).toBe(text === 'title.')
  },
)

test('if a field has two entries, the later one wins', () => {
  expect(mergeVersions('title.1,status.2', 'title.3')).toBe('title.3,status.2')
  expect(mergeVersions('title.1', undefined)).toBe('title.1')
})

describe('compareEdit', () => {
  test('a field that was left as seen is not a change, whatever is stored', () => {
    expect(compare({ stored: { title: 'Gate' } })).toEqual({ changed: [], conflicts: [] })
  })

  test('changes of different fields both survive', () => {
    expect(compare({ stored: { title: 'Gate' }, sent: { status: 'done' } })).toEqual({
      changed: ['status'],
      conflicts: [],
    })
  })

  test('different changes of one field conflict', () => {
    expect(compare({ stored: { title: 'Gate' }, sent: { title: 'Wall', status: 'done' } })).toEqual({
      changed: ['title', 'status'],
      conflicts: ['title'],
    })
  })

  test('equal changes of one field do not', () => {
    expect(compare({ stored: { title: 'Gate' }, sent: { title: 'Gate' } })).toEqual({
      changed: [],
      conflicts: [],
    })
  })

  test.each(['status.1', 'toString.1', '__proto__.1'])(
    '%s says nothing about a change of the title',
    (version) => {
      expect(compare({ sent: { title: 'Wall' }, version }).conflicts).toContain('title')
    },
  )

  test('a decision is about the value it was made on', () => {
    const stored = { title: 'Gate' }
    const sent = { title: 'Wall' }
    const decide = (decision: string, now: object) =>
      compare({ stored: now, sent, version: mergeVersions(versionOf(loaded), decision) })
    const { mine, theirs } = decisionsOn('title', versionOf({ ...loaded, ...stored }))
    expect(decide(mine, stored)).toEqual({ changed: ['title'], conflicts: [] })
    expect(decide(mine, { title: 'Changed again' }).conflicts).toEqual(['title'])
    expect(decide(theirs, stored)).toEqual({ changed: [], conflicts: [] })
  })
})
