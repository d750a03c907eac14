import type { Files } from './app-folder'

/** One file in ten has actions, one their schemas, and the rest are components that use them. */
export function generatedApp(files: number): Files {
  const app: Files = {}
  for (let feature = 0; feature < files / 10; feature += 1) {
    const folder = `src/features/f${feature}`
    app[`${folder}/schema.ts`] = schema(feature)
    app[`${folder}/actions.ts`] = actions()
    for (let part = 0; part < 8; part += 1)
      app[`${folder}/components/part-${part}.tsx`] = component(feature, part)
  }
  return app
}

function schema(feature: number): string {
  const base = feature > 0 ? `import { baseSchema as earlier } from '../f${feature - 1}/schema'\n` : ''
  const extended = feature % 7 === 0 || feature === 0 ? 'z.strictObject({ id: z.uuid() })' : 'earlier'
  return `import { z } from 'zod'
${base}
export const baseSchema = ${extended}
export const createSchema = baseSchema.extend({ title: z.string().max(200), tags: z.array(z.string().max(20)).max(10) })
`
}

function actions(): string {
  const action = (name: string) => `
export const ${name}Action = organizationActionClient
  .metadata({ name: 'things.${name}' })
  .use(withFeaturePermission({ task: ['update'] }))
  .inputSchema(createSchema)
  .action(async ({ parsedInput, ctx }) => {
    const made = await create(ctx.db, parsedInput)
    return { id: made.id, title: parsedInput.title.trim() }
  })
`
  return `'use server'
import { organizationActionClient, withFeaturePermission } from '@kit/action-middleware'
import { createSchema } from './schema'
import { create } from './components/part-0'
${['create', 'update', 'move', 'delete'].map(action).join('')}`
}

function component(feature: number, part: number): string {
  const rows = Array.from(
    { length: 20 },
    (_, row) => `      <li key="${row}">{String(props.values[${row}])}</li>`,
  )
  return `import { useState } from 'react'
import { createAction, deleteAction } from '../actions'

export const create = async (db, input) => ({ id: '${feature}', ...input })

export function Part${part}(props) {
  const [state, setState] = useState(${part})
  return (
    <form action={state > 2 ? createAction : deleteAction} onChange={() => setState(state + 1)}>
${rows.join('\n')}
    </form>
  )
}
`
}
