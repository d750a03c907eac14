import { each, sentence, type NewDomain } from '../domain'
import { importLines } from '../imports'
import { kindOf } from '../kinds/kind-of'

export function domainFile(domain: NewDomain): string {
  const { one, many, fields, title } = domain
  const shown = fields.map((field) => kindOf(field, domain))
  const helpers = shown.map(({ activityImport }) => activityImport)
  return `
${importLines([...helpers, `import { defineDomain } from '@/lib/domain/domain'`])}

export const ${many.camel} = defineDomain({
  pages: {
    ${key(many.kebab)}: {
      needs: { ${one.camel}: ['read'] },
      nav: { label: '${sentence(many.words)}', icon: 'files' },
      examples: ['search=nothing-has-this'],
    },
    '${many.kebab}/new': {
      needs: { ${one.camel}: ['create'] },
      nav: { label: 'New ${one.words}', icon: 'plus' },
      fallbackFor: '${many.kebab}',
    },
    '${many.kebab}/[id]': { needs: { ${one.camel}: ['read'] } },
  },
  activity: {
    ${one.snake}: {
      label: '${sentence(many.words)}',
      noun: '${one.words}',
      namedBy: ['${title.name.snake}'],
      columns: {
        ${each(fields, (field) => `${field.name.snake}: { show: ${kindOf(field, domain).activity} },`)}
        created_by: { label: 'creator' },
      },
    },
  },
  removed: { ${one.snake}: ['${one.words}', '${many.words}'] },
})
`
}

const key = (name: string) => (name.includes('-') ? `'${name}'` : name)
