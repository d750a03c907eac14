import { afterAll, beforeAll, expect, it } from 'vitest'
import { auth } from './auth'
import { startWorld } from '../testing/testing'

let world: Awaited<ReturnType<typeof startWorld>>

beforeAll(async () => {
  world = await startWorld()
})

afterAll(() => world.stop())

/**
 * Every route that the library would serve, were it mounted, with the plugins that we have: what the attacks knock at
 * (`closed-doors.spec.ts`). A plugin that brings another fails here until it is in the list, and so knocked at.
 */
it('are all in the list that the attacks go by', async () => {
  const routes = Object.values(auth().api).flatMap((endpoint) => {
    const { path, options } = endpoint
    return path ? [`${[options.method].flat().join(',')} ${path}`] : []
  })
  expect(routes.length).toBeGreaterThan(40)
  await expect(`${[...new Set(routes)].toSorted().join('\n')}\n`).toMatchFileSnapshot('library-routes.txt')
})
