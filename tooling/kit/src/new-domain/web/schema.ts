import { each, unique, type NewDomain } from '../domain'
import { importLines } from '../imports'
import { kindOf } from '../kinds/kind-of'

export function schemaFile(domain: NewDomain): string {
  const { one, many, fields } = domain
  const kinds = fields.map((field) => kindOf(field, domain))
  const values = unique(kinds.flatMap(({ schemaValues = [] }) => schemaValues))
  return `
import { z } from 'zod'

import { organizationSlugSchema } from '@kit/action-middleware/input/organization-reference'
import { versionField } from '@kit/action-middleware/input/version-schema'
import { ${values.join(', ')} } from '@kit/db/${many.kebab}/values'
${importLines(kinds.flatMap(({ schemaImports = [] }) => schemaImports))}

const ${one.camel}Fields = {
  organization: organizationSlugSchema,
  ${each(fields, (field) => `${field.name.camel}: ${kindOf(field, domain).schema},`)}
}

export const create${one.pascal}Schema = z.strictObject(${one.camel}Fields)

export const update${one.pascal}Schema = z.strictObject({
  ...${one.camel}Fields,
  ${one.camel}Id: z.uuid(),
  version: versionField,
  decision: versionField.optional(),
})

export const delete${one.pascal}Schema = z.strictObject({
  organization: organizationSlugSchema,
  ${one.camel}Id: z.uuid(),
})
`
}
