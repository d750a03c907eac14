import { each, withArticle, type NewDomain } from '../domain'
import { kindOf } from '../kinds/kind-of'

export function queriesTestFile(domain: NewDomain): string {
  const { one, many, fields, title } = domain
  const refused = fields.flatMap((field) =>
    kindOf(field, domain).refused.map((value) => `{ ${field.name.camel}: ${value} },`),
  )
  const naming = (text: string) => `{ ...values, ${title.name.camel}: ${text} }`
  return `
import { expect, test } from 'vitest'
import { withTenant } from '../tenancy/tenant'
import type { TenantDb } from '../tenancy/tenant'
import { claimOf, useTestDatabase } from '../testing/use-test-database'
import { list${many.pascal} } from './list'
import { create${one.pascal}, delete${one.pascal}, find${one.pascal}, lock${many.pascal}, update${one.pascal} } from './${many.kebab}'
import type { ${one.pascal}Values } from './${many.kebab}'

useTestDatabase()
const claim = claimOf('acme', 'editor@acme.test')
const within = <T>(work: (db: TenantDb) => Promise<T>) => withTenant(claim, work)
const inGlobex = <T>(work: (db: TenantDb) => Promise<T>) =>
  withTenant(claimOf('globex', 'owner@globex.test'), work)

const values: ${one.pascal}Values = {
  ${each(fields, (field) => `${field.name.camel}: ${kindOf(field, domain).value},`)}
}

test('${withArticle(one.words)} can be created, found, locked, changed and deleted', async () => {
  const { id } = await within((db) => create${one.pascal}(db, values))
  expect(await within((db) => find${one.pascal}(db, id))).toEqual({
    ...values,
    id,
    createdBy: { id: claim.userId, name: 'Acme Editor' },
    createdAt: expect.any(Date),
    updatedAt: expect.any(Date),
  })
  expect(await within((db) => lock${many.pascal}(db, [id, 'nonsense']))).toEqual([{ ...values, id, createdBy: claim.userId }])
  const changed = ${naming(`'Changed'`)}
  expect(await within((db) => update${one.pascal}(db, id, changed))).toBe(1)
  expect(await within((db) => find${one.pascal}(db, id))).toMatchObject(changed)
  expect(await within((db) => update${one.pascal}(db, id, {}))).toBe(0)
  expect(await within((db) => delete${one.pascal}(db, id))).toBe(1)
  expect(await within((db) => find${one.pascal}(db, id))).toBeUndefined()
})

test('another organization cannot reach ${withArticle(one.words)}', async () => {
  const { id } = await within((db) => create${one.pascal}(db, ${naming(`'Only of Acme'`)}))
  const reached = await inGlobex(async (db) => [
    await find${one.pascal}(db, id),
    await lock${many.pascal}(db, [id]),
    await update${one.pascal}(db, id, values),
    await delete${one.pascal}(db, id),
    (await list${many.pascal}(db, { search: 'Only of Acme', limit: 100 })).${many.camel},
  ])
  expect(reached).toEqual([undefined, [], 0, 0, []])
})

test('pages show every row once, newest first', async () => {
  const { ${many.camel}: all } = await within((db) => list${many.pascal}(db, { limit: 100 }))
  const seen: string[] = []
  const total = all.length
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await within((db) => list${many.pascal}(db, { limit: 7, cursor: cursor ?? undefined }))
    expect(page.range).toEqual({ first: seen.length + 1, total, isEstimate: false })
    seen.push(...page.${many.camel}.map(({ id }) => id))
    cursor = page.nextCursor
  }
  expect(seen).toEqual(all.map(({ id }) => id))
  expect(all.map(({ createdAt }) => createdAt.getTime())).toEqual(
    all.map(({ createdAt }) => createdAt.getTime()).toSorted((a, b) => b - a),
  )
})

test('search is literal and ignores case', async () => {
  await within((db) => create${one.pascal}(db, ${naming(`'Half: 50%'`)}))
  await within((db) => create${one.pascal}(db, ${naming(`'Half: 500'`)}))
  const found = await within((db) => list${many.pascal}(db, { search: 'hALF: 50%', limit: 100 }))
  expect(found.${many.camel}.map((row) => row.${title.name.camel})).toEqual(['Half: 50%'])
})

test.each<Partial<${one.pascal}Values>>([
  ${refused.join('\n')}
])('the database refuses %j', async (beyond) => {
  const call = within((db) => create${one.pascal}(db, { ...values, ...beyond }))
  await expect(call).rejects.toMatchObject({ cause: { code: '23514' } })
})
`
}
