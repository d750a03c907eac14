import { expect, test } from 'vitest'

import { asText, asWords } from '@/lib/domain/column-values'

import { describeChange } from './describe-change'

const parcel = {
  label: 'Parcels',
  noun: 'parcel',
  namedBy: ['label', 'number'],
  columns: {
    label: { show: asText },
    state: { show: asWords },
    weight: { show: (value: unknown) => (typeof value === 'number' ? `${value} kg` : undefined) },
    sent_on: { show: asText },
    courier_id: { label: 'driver' },
  },
}

test('a deleted row keeps the name it was created with', () => {
  const changes = { label: { new: 'Bricks' }, state: { new: 'packed' }, created_at: { new: 'x' } }
  expect(describeChange({ changes, targetType: 'parcel', targetName: null }, parcel)).toEqual({
    verb: 'created',
    noun: 'the parcel',
    name: 'Bricks',
    fields: [],
  })
})

test('a deletion uses the subject’s verbs', () => {
  const changes = { state: { old: 'packed' }, created_at: { old: 'x' } }
  const subject = { ...parcel, verbs: ['sent', 'received'] as const }
  expect(describeChange({ changes, targetType: 'parcel', targetName: null }, subject)).toMatchObject({
    verb: 'received',
    name: null,
  })
})

const changes = {
  state: { old: 'on_its_way', new: 'delivered' },
  weight: { old: 1, new: 4 },
  sent_on: { new: '2026-01-31' },
  courier_id: { old: '0b4bd7a1-5f0c-4c64-8c3f-1f6f7f0f9d11' },
  token_hash: { old: 'secret', new: 'x' },
}

test('a change lists its fields, with values only where allowed', () => {
  const { fields, ...rest } = describeChange({ changes, targetType: 'parcel', targetName: 'Bricks' }, parcel)
  expect(rest).toEqual({ verb: 'changed', noun: 'the parcel', name: 'Bricks' })
  expect(fields).toEqual([
    { label: 'state', from: 'on its way', to: 'delivered' },
    { label: 'weight', from: '1 kg', to: '4 kg' },
    { label: 'sent on', from: undefined, to: '2026-01-31' },
    { label: 'driver' },
    { label: 'token hash' },
  ])
  expect(JSON.stringify(fields)).not.toMatch(/secret|_/)
})

test('an undeclared table shows no values', () => {
  const described = describeChange({ changes, targetType: 'lost_parcel', targetName: null }, undefined)
  expect(described).toMatchObject({ verb: 'changed', noun: 'the lost parcel', name: null })
  expect(described.fields.filter(({ from, to }) => from ?? to)).toEqual([])
})

test('a long value is cut short', () => {
  const long = { label: { old: 'a', new: 'b'.repeat(200) } }
  const { fields } = describeChange({ changes: long, targetType: 'parcel', targetName: null }, parcel)
  expect(fields[0]?.to?.length).toBeLessThan(90)
})
