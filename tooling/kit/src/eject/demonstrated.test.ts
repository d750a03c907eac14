import { expect, it } from 'vitest'
import { treeWith } from '../testing/tree-with'
import { refuseIfDemonstrated } from './demonstrated'

const file = 'apps/unguarded/src/app/page.tsx'

it.each([
  "import { a } from '@kit/db/orders/table'",
  "use({ order: ['delete'] })",
  "feature('orders', 'actions')",
])('refuses a domain that the showroom uses: %s', async (source) => {
  const { tree } = await treeWith({ [file]: source })
  const refuse = () => refuseIfDemonstrated(tree, { name: 'orders', resources: ['order'] })
  expect(refuse).toThrow('Run "pnpm kit eject" first')
})

it('allows a domain that it does not use', async () => {
  const { tree } = await treeWith({
    [file]: "use({ note: ['delete'] })",
    'a.ts': "use({ order: ['delete'] })",
  })
  expect(() => refuseIfDemonstrated(tree, { name: 'orders', resources: ['order'] })).not.toThrow()
})
