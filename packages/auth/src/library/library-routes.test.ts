import { afterAll, beforeAll, expect, it } from 'vitest'
import { auth } from './auth'
import { startWorld } from '../testing/testing'

let world: Awaited<ReturnType<typeof startWorld>>

beforeAll(async () => {
  world = await startWorld()
})

afterAll(() => world.stop())

/**
 * Every route the library would serve if it were mounted. `closed-doors.spec.ts` requests each one. A plugin that adds a
 * route fails here until the list has it.
 */
it('lists every route for the attacks', async () => {
  const routes = Object.values(auth().api).flatMap((endpoint) => {
    const { path, options } = endpoint
    return path ? [`${[options.method].flat().join(',')} ${path}`] : []
  })
  expect(routes.length).toBeGreaterThan(40)
  await expect(`${[...new Set(routes)].toSorted().join('\n')}\n`).toMatchFileSnapshot('library-routes.txt')
})
