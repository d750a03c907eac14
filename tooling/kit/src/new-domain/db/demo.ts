import { each, unique, type NewDomain } from '../domain'
import { kindOf } from '../kinds/kind-of'

export function demoFile(domain: NewDomain): string {
  const { one, many, fields, title } = domain
  const demoOf = (field: (typeof fields)[number]) =>
    field === title ? `\`\${organization.name} ${one.words} \${index + 1}\`` : kindOf(field, domain).demo
  const values = unique(fields.flatMap((field) => kindOf(field, domain).demoValues ?? []))
  const hasDays = fields.some(({ type }) => type === 'date')
  return `
import { demoId } from '../demo/demo'
import type { DemoOrganization } from '../demo/demo'
import { demoDomain } from '../demo/demo-domain'
import { ${one.camel} } from './table'
${values.length > 0 ? `import { ${values.join(', ')} } from './values'` : ''}

/** More than one page. */
const MANY = 30
const HOUR = 3_600_000
${hasDays ? 'const DAY = 24 * HOUR' : ''}

const at = <T>(list: readonly T[], step: number): T => {
  const item = list[step % list.length]
  if (item === undefined) throw new Error('The list is empty.')
  return item
}

/** Returns a demo organization's ${many.words}, created in the weeks before \`today\`. Viewers create none. */
export function demo${one.pascal}Rows(organization: DemoOrganization, today: Date) {
  const creators = Object.entries(organization.members)
    .filter(([, role]) => role !== 'viewer')
    .map(([email]) => demoId('user', email))
  return Array.from({ length: MANY }, (_, index) => {
    const createdAt = new Date(today.getTime() - (MANY - index) * 17 * HOUR)
    return {
      id: demoId('${one.snake}', \`\${organization.slug} \${index + 1}\`),
      organizationId: demoId('organization', organization.slug),
      ${each(fields, (field) => `${field.name.camel}: ${demoOf(field)},`)}
      createdBy: at(creators, index),
      createdAt,
      updatedAt: createdAt,
    }
  })
}

export const demo${many.pascal} = demoDomain(${one.camel}, demo${one.pascal}Rows, ({ createdBy }) => createdBy ?? '')
`
}
