import { each, type NewDomain } from '../domain'

export function actionsFile({ one, many, fields }: NewDomain): string {
  const echo = each(fields, ({ name }) => `'${name.camel}'`, ', ')
  return `
'use server'

import { redirect } from 'next/navigation'
import type { z } from 'zod'

import {
  formData,
  formErrors,
  organizationActionClient,
  withEdit,
  withFeaturePermission,
  withRateLimit,
  withResource,
  withSubmission,
} from '@kit/action-middleware'
import { canModifyOwn } from '@kit/auth/permissions/own-rows'
import { create${one.pascal}, delete${one.pascal}, lock${many.pascal}, type Locked${one.pascal}, ${one.camel}Content, update${one.pascal} } from '@kit/db/${many.kebab}/${many.kebab}'
import { mayOpen } from '@/lib/organization/organization-pages'
import { CREATED } from '@/lib/url/created-parameter'

import { create${one.pascal}Schema, delete${one.pascal}Schema, update${one.pascal}Schema } from './schema'

/** Admins may change all ${many.words}, editors those they created. */
const withOwn${one.pascal} = withResource({
  ids: (input: { ${one.camel}Id: string }) => [input.${one.camel}Id],
  load: lock${many.pascal},
  allow: canModifyOwn,
  refusal: 'You can change the ${many.words} that you created. Ask an owner or admin to change the others.',
})

const with${one.pascal}Edit = withEdit({
  current: ({ resources: [${one.camel}] }: { resources: Locked${one.pascal}[] }) =>
    ${one.camel} ? ${one.camel}Content(${one.camel}) : {},
  wanted: (input: z.infer<typeof update${one.pascal}Schema>) => ${one.camel}Content(input),
})

export const create${one.pascal}Action = organizationActionClient
  .metadata({ name: '${many.kebab}.create', impersonation: 'write', echo: [${echo}] })
  .use(withFeaturePermission({ ${one.camel}: ['create'] }))
  .use(withRateLimit('${many.kebab}.create'))
  .inputSchema(formData(create${one.pascal}Schema), formErrors)
  .useValidated(withSubmission)
  .stateAction(async ({ parsedInput, ctx }) => {
    const { id } = await create${one.pascal}(ctx.db, parsedInput, ctx.newId)
    // Some members can create ${many.words} but not see them.
    const page = mayOpen(ctx.membership, '${many.kebab}/[id]') ? id : 'new'
    redirect(\`/\${ctx.organization.slug}/${many.kebab}/\${page}?\${CREATED}=\${id}\`)
  })

export const update${one.pascal}Action = organizationActionClient
  .metadata({ name: '${many.kebab}.update', impersonation: 'write', echo: [${echo}, 'version', 'decision'] })
  .use(withFeaturePermission({ ${one.camel}: ['update'] }))
  .inputSchema(formData(update${one.pascal}Schema), formErrors)
  .useValidated(withOwn${one.pascal})
  .useValidated(with${one.pascal}Edit)
  .stateAction(async ({ parsedInput, ctx }) => {
    await update${one.pascal}(ctx.db, parsedInput.${one.camel}Id, ctx.edit.changes)
    return { version: ctx.edit.version }
  })

export const delete${one.pascal}Action = organizationActionClient
  .metadata({ name: '${many.kebab}.delete', impersonation: 'write' })
  .use(withFeaturePermission({ ${one.camel}: ['delete'] }))
  .inputSchema(formData(delete${one.pascal}Schema), formErrors)
  .useValidated(withOwn${one.pascal})
  .stateAction(async ({ parsedInput, ctx }) => {
    await delete${one.pascal}(ctx.db, parsedInput.${one.camel}Id)
    redirect(\`/\${ctx.organization.slug}/${many.kebab}\`)
  })
`
}
