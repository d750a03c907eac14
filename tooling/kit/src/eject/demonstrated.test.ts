import { beforeEach, expect, it, vi } from 'vitest'
import { treeWith } from '../testing/tree-with'
import { ejectIfDemonstrated } from './demonstrated'
import { eject } from './eject'

vi.mock('./eject')
beforeEach(() => vi.clearAllMocks())

const file = 'apps/unguarded/src/app/page.tsx'
const orders = { name: 'orders', resources: ['order'] }

it.each([
  "import { a } from '@kit/db/orders/table'",
  "use({ order: ['delete'] })",
  "feature('orders', 'actions')",
])('ejects a showroom that uses the domain: %s', async (source) => {
  const { tree } = await treeWith({ [file]: source })
  expect(ejectIfDemonstrated(tree, orders)).toBe(true)
  expect(eject).toHaveBeenCalledExactlyOnceWith(tree)
})

it('keeps a showroom that does not use the domain', async () => {
  const { tree } = await treeWith({
    [file]: "use({ note: ['delete'] })",
    'a.ts': "use({ order: ['delete'] })",
  })
  expect(ejectIfDemonstrated(tree, orders)).toBe(false)
  expect(eject).not.toHaveBeenCalled()
})
