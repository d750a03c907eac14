import { each, type NewDomain } from '../domain'
import { kindOf } from '../kinds/kind-of'

export function valuesFile(domain: NewDomain): string {
  const { one, fields } = domain
  return `
${each(fields, (field) => kindOf(field, domain).constants ?? '', '\n\n')}

/** Checked by the form, the action and the database. */
export const ${one.camel}Bounds = {
  ${each(fields, (field) => kindOf(field, domain).bounds ?? '')}
} as const
`
}
