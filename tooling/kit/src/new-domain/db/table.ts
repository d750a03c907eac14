import { each, unique, type NewDomain } from '../domain'
import { choiceNames } from '../kinds/choice'
import { kindOf } from '../kinds/kind-of'

export function tableFile(domain: NewDomain): string {
  const { one, fields, title } = domain
  const kinds = fields.map((field) => ({ ...kindOf(field, domain), name: field.name, field }))
  const checks = kinds.flatMap(({ name, check }) =>
    check ? [`check('${one.snake}_${name.snake}_${check.name}', sql\`${check.condition}\`),`] : [],
  )
  const lists = kinds.flatMap(({ field }) =>
    field.type === 'choice' ? [choiceNames(field, domain).list] : [],
  )
  const columns = unique(['check', 'index', ...kinds.map(({ columnImport }) => columnImport)])
  return `
import { sql } from 'drizzle-orm'
import { ${columns.join(', ')} } from 'drizzle-orm/pg-core'
import { tenantTable } from '../schema/tenant-table'
${fields.some(({ type }) => type === 'text') ? `import { lineCheck } from '../schema/text-checks'` : ''}
${lists.length > 0 ? `import { ${lists.join(', ')} } from './values'` : ''}

export const ${one.camel} = tenantTable(
  '${one.snake}',
  '${title.name.camel}',
  {
    ${each(fields, (field) => `${field.name.camel}: ${kindOf(field, domain).column},`)}
  },
  (table) => [
    index('${one.snake}_by_age').on(table.organizationId, table.createdAt, table.id),
    index('${one.snake}_creator').on(table.createdBy),
    ${checks.join('\n')}
  ],
)
`
}
