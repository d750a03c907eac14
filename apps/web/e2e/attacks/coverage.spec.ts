import path from 'node:path'

import { expect } from '@playwright/test'

import { hasPermission, roles } from '@kit/auth/permissions/permissions'

import { auditOfSource } from 'action-audit/testing/audit-of-source'
import { matrix } from './matrix'
import { test } from '@kit/attacks/engine/test'

const nameOf = ({ file, exportName }: { file: string; exportName: string }) => `${file}#${exportName}`

test('the matrix has a row for every endpoint of the build, and no other', ({ arena }) => {
  const rows = matrix.map(nameOf)
  expect(rows.toSorted()).toEqual(arena.endpoints.map(nameOf).toSorted())
  expect(new Set(rows).size, 'duplicate rows').toBe(rows.length)
})

test.describe('compared with the audit', () => {
  // In one worker, because it reads the whole source. Not while tests are only listed.
  test.describe.configure({ mode: 'default' })

  let found: ReturnType<typeof auditOfSource>['endpoints'] | undefined

  /** Every endpoint that the audit finds in the source. */
  const audited = () => (found ??= auditOfSource().endpoints)

  test('the audit lists the same endpoints as the build', ({ arena }) => {
    const names = audited().map(({ file, exportName }) => `${path.relative('apps/web', file)}#${exportName}`)
    expect(names.toSorted()).toEqual(arena.endpoints.map(nameOf).toSorted())
  })

  test('the matrix refuses every caller that the chain refuses', () => {
    for (const { exportName, permissions } of audited()) {
      const row = matrix.find((candidate) => candidate.exportName === exportName)
      if (row?.kind !== 'organization' || Object.keys(permissions).length === 0) continue
      const lacking = roles.filter((role) => !hasPermission({ role, customRole: null }, permissions))
      expect(
        lacking.filter((role) => row.mayCall[role]),
        exportName,
      ).toEqual([])
      const { needs } = row
      if (needs === null) continue
      const allowed = needs === 'membership' ? {} : needs
      for (const [resource, verbs] of Object.entries(permissions))
        expect(new Map(Object.entries(allowed)).get(resource), exportName).toEqual(
          expect.arrayContaining(verbs),
        )
    }
  })
})

test('every endpoint is exported by an actions.ts of a feature', ({ arena }) => {
  // An inline action inside a component would send captured variables to the browser.
  const elsewhere = arena.endpoints.filter(({ file }) => !/^src\/features\/[a-z-]+\/actions\.ts$/.test(file))
  expect(elsewhere.map(nameOf)).toEqual([])
})

test('every write to an organization’s data is in the audit log', ({ arena }) => {
  const tenantTables = ['organization', ...arena.tenantTables()]
  const unaudited = matrix.filter((row) => {
    const changes = row.changes(arena, row.input(arena))
    return (
      changes.some(({ table }) => tenantTables.includes(table)) &&
      !changes.some(({ table }) => table === 'audit_event')
    )
  })
  expect(unaudited.map(nameOf)).toEqual([])
})

test('the matrix and the permission table agree on every role', () => {
  for (const row of matrix) {
    if (row.kind !== 'organization' || row.needs === null || row.needs === 'membership') continue
    const { needs, mayCall } = row
    const allowed = roles.map((role) => [role, hasPermission({ role, customRole: null }, needs)])
    expect(Object.fromEntries(allowed), row.exportName).toEqual(mayCall)
  }
})

test('every redirect field is attacked as a redirect', () => {
  const wordsForIt = /next|redirect|callback|return|target|url$/i
  const fields = matrix.flatMap((row) => row.fields.map((field) => ({ ...field, action: row.exportName })))
  const unseen = fields.filter(
    ({ path, kind, target }) => wordsForIt.test(path) && kind !== 'choice' && !target,
  )
  expect(unseen.map(({ action, path }) => `${action} ${path}`)).toEqual([])
})
