import { each, unique, withArticle, type NewDomain } from '../domain'
import { otherImports, siblingImports } from '../imports'
import { kindOf } from '../kinds/kind-of'

export function fieldsFile(domain: NewDomain): string {
  const { one, many, fields, title } = domain
  const kinds = fields.map((field) => kindOf(field, domain))
  const values = unique(kinds.flatMap(({ controlValues = [] }) => controlValues))
  const imports = kinds.flatMap(({ controlImports = [] }) => controlImports)
  const others = fields.filter((field) => field !== title)
  const grid = `<div className="grid gap-4 sm:grid-cols-2">
        ${each(others, (field) => kindOf(field, domain).control)}
      </div>`
  return `
${values.length > 0 ? `import { ${values.join(', ')} } from '@kit/db/${many.kebab}/values'` : ''}
${otherImports(imports)}

import type { ${one.pascal}Dto } from '../loaders'
${siblingImports(imports)}

/** The fields of ${withArticle(one.words)}, empty without one. */
export function ${one.pascal}Fields({ ${one.camel} }: { ${one.camel}?: ${one.pascal}Dto }) {
  return (
    <>
      ${kindOf(title, domain).control}
      ${others.length > 0 ? grid : ''}
    </>
  )
}
`
}
