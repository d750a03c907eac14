import { expect, it } from 'vitest'
import { z } from 'zod'

import { baseClient } from '../clients/base-client'
import { formData } from '../input/form-data'
import { formErrors } from '../input/typed-values'
import { versionOf } from '../input/version'
import { versionField } from '../input/version-schema'
import { withEdit } from './with-edit'

const schema = z.strictObject({
  title: z.string().max(20),
  status: z.string().max(20),
  version: versionField,
  decision: versionField.optional(),
})
const loaded = { title: 'Fence', status: 'todo' }
const version = versionOf(loaded)

/** An action that returns what it would write. */
function save(stored: { title: string; status: string }) {
  return baseClient
    .metadata({ name: 'tests.save', echo: ['title', 'version', 'decision'] })
    .use(({ next }) => next({ ctx: { stored } }))
    .inputSchema(formData(schema), formErrors)
    .useValidated(
      withEdit({
        current: (ctx: { stored: typeof stored }) => ctx.stored,
        wanted: ({ title, status }: z.infer<typeof schema>) => ({ title, status }),
      }),
    )
    .action(async ({ ctx }) => ctx.edit)
}

it('passes on what the caller changed, and the version of what they sent', async () => {
  const sent = { title: 'Wall', status: 'todo' }
  expect(await save({ ...loaded, status: 'done' })({ ...sent, version })).toEqual({
    data: { changes: { title: 'Wall' }, version: versionOf(sent) },
  })
})

it('refuses an edit to a field that someone else changed, names the field and returns what was typed', async () => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...loaded, title: 'Wall', version })) form.set(name, value)
  const now = { ...loaded, title: 'Gate' }
  expect(await save(now)(form as never)).toEqual({
    serverError: {
      code: 'EDIT_CONFLICT',
      message: 'Someone else changed this while you were editing. Nothing was saved.',
      conflicts: ['title'],
      requestId: expect.any(String),
      values: { title: 'Wall', version },
    },
  })
})

it('saves a decision over the value it was made on', async () => {
  const decision = versionOf({ title: 'Gate' })
  const sent = { ...loaded, title: 'Wall', version, decision }
  expect(await save({ ...loaded, title: 'Gate' })(sent)).toMatchObject({
    data: { changes: { title: 'Wall' } },
  })
  expect(await save({ ...loaded, title: 'Once more' })(sent)).toMatchObject({
    serverError: { code: 'EDIT_CONFLICT', conflicts: ['title'] },
  })
})

it('writes nothing for a caller who takes the other value', async () => {
  const sent = { ...loaded, title: 'Wall', version, decision: 'title.' }
  expect(await save({ ...loaded, title: 'Gate' })(sent)).toMatchObject({ data: { changes: {} } })
})
