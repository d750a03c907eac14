import { describe, expect, it } from 'vitest'

import type { RawResponse } from '../http/raw-http'
import type { RowChange } from '../state/difference'
import type { Shot } from './attack'
import { judge } from './judge'
import type { NamedRow } from './row'

/** A row of an app whose only table is parcels. */
const row: NamedRow = {
  file: 'src/features/parcels/actions.ts',
  exportName: 'deleteParcelAction',
  kind: 'authenticated',
  encoding: 'json',
  stateful: false,
  limits: ['default.user'],
  page: () => '/parcels',
  as: 'editor@acme.test',
  input: () => ({ parcelId: '1' }),
  fields: [{ path: 'parcelId', kind: 'uuid', required: true }],
  changes: () => [...allowed],
  answer: 'data',
  refusals: ['NOT_FOUND'],
}

const reply = (result: string, headers: Record<string, string> = {}): RawResponse => ({
  status: 200,
  headers: { 'content-type': 'text/x-component', ...headers },
  body: `0:{"a":"$@1"}\n1:${result}\n`,
})
const refusal = (code: string) =>
  reply(
    `{"serverError":{"code":"${code}","message":"No.","requestId":"0d9f0f0e-6a3c-4e6e-9d8e-0a1b2c3d4e5f"}}`,
  )
const success = reply('{"data":{"deleted":1}}')

const deleted: RowChange = { kind: 'delete', table: 'parcel', before: { id: '1' } }
const allowed = [{ table: 'parcel', kind: 'delete', rows: 1 }] as const

function verdict(must: Shot['must'], changes: RowChange[], replies: RawResponse[], leaks: string[] = []) {
  const request = { method: 'POST', path: '/', headers: {} }
  const shot: Shot = { label: 'x', caller: { name: 'x' }, request, must, refusal: { codes: ['FORBIDDEN'] } }
  return judge(shot, row, {}, { changes, allowed: must === 'hold' ? [] : allowed, replies, leaks })
}

describe('judge', () => {
  it.each([
    ['a refusal that changes nothing', verdict('hold', [], [refusal('FORBIDDEN')])],
    ['the allowed call', verdict('succeed', [deleted], [success])],
    ['one success of several parallel calls', verdict('succeed', [deleted], [refusal('FORBIDDEN'), success])],
    ['either outcome', verdict('either', [], [refusal('FORBIDDEN')])],
  ])('accepts %s', (_, problems) => {
    expect(problems).toEqual([])
  })

  it.each([
    ['a refusal after the change', verdict('hold', [deleted], [refusal('FORBIDDEN')])],
    ['a success that changed nothing', verdict('hold', [], [success])],
    ['the wrong refusal', verdict('hold', [], [refusal('NOT_FOUND')])],
    ['an internal error', verdict('hold', [], [refusal('INTERNAL')])],
    ['an empty result', verdict('hold', [], [reply('{}')])],
    ['a thrown error', verdict('hold', [], [reply('E{"digest":"1"}')])],
    [
      'a refusal with a session',
      verdict(
        'hold',
        [],
        [
          {
            ...refusal('FORBIDDEN'),
            headers: { ...refusal('FORBIDDEN').headers, 'set-cookie': 'session=x; Path=/' },
          },
        ],
      ),
    ],
    ['a leak', verdict('hold', [], [refusal('FORBIDDEN')], ['SQL'])],
    ['a very long reply', verdict('hold', [], [reply(`{"data":"${'x'.repeat(300_000)}"}`)])],
    ['no reply', verdict('hold', [], [])],
    ['an app that refuses everyone', verdict('succeed', [], [refusal('FORBIDDEN')])],
    ['a success that did nothing', verdict('succeed', [], [success])],
    ['an extra row', verdict('succeed', [deleted, { ...deleted, before: { id: '2' } }], [success])],
    ['the same thing twice', verdict('either', [deleted, deleted], [success, success])],
    ['a change and a refusal', verdict('succeed', [deleted], [refusal('FORBIDDEN')])],
  ])('reports %s', (_, problems) => {
    expect(problems).not.toEqual([])
  })
})
