import { expect, it } from 'vitest'
import { treeWith } from '../testing/tree-with'
import { checksOf, unusedName } from './steps'

const declaration = (name: string) => [`apps/web/src/features/${name}/domain.ts`, 'export const a = 1']

it('takes a name that no domain of the product has', async () => {
  const { root } = await treeWith(Object.fromEntries(['members', 'invoices'].map(declaration)))
  expect(unusedName(root)).toBe('parcels')
})

it('refuses a product that has them all', async () => {
  const names = ['invoices', 'parcels', 'vehicles', 'recipes']
  const { root } = await treeWith(Object.fromEntries(names.map(declaration)))
  expect(() => unusedName(root)).toThrow('All of these domains exist')
})

it.each([
  ['endpoints.spec.ts createInvoiceAction role: 9 attacks', true],
  ['endpoints.spec.ts deleteInvoicesAction tenant: 18 attacks', true],
  ['pages.spec.ts an invoice is shown to its reader', true],
  ['coverage.spec.ts the matrix has a row for every endpoint', true],
  ['endpoints.spec.ts createTaskAction role: 12 attacks', false],
])('the attacks on invoices: %s', (title, isOne) => {
  const pattern = checksOf('invoices')
    .find(({ label }) => label === 'Attacks')
    ?.command.at(-1)
  expect(new RegExp(String(pattern)).test(title)).toBe(isOne)
})
