import { each, sentence, type NewDomain } from '../domain'
import { choiceNames } from '../kinds/choice'

/** The words of every choice; undefined where there is none. */
export function labelsFile(domain: NewDomain): string | undefined {
  const choices = domain.fields.filter((field) => field.type === 'choice')
  if (choices.length === 0) return undefined
  const types = choices.map((field) => choiceNames(field, domain).type)
  return `
import type { ${types.join(', ')} } from '@kit/db/${domain.many.kebab}/values'

${each(
  choices,
  (field) => {
    const { type, labels } = choiceNames(field, domain)
    const values = field.type === 'choice' ? field.values : []
    return `export const ${labels}: Record<${type}, string> = {
    ${values.map((value) => `${value}: '${sentence(value.replaceAll('_', ' '))}',`).join('\n')}
  }`
  },
  '\n\n',
)}
`
}
