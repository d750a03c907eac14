import { each, sentence, withArticle, type NewDomain } from '../domain'
import { otherImports, siblingImports } from '../imports'
import { kindOf } from '../kinds/kind-of'

export function detailsFile(domain: NewDomain): string {
  const { one, fields } = domain
  const imports = fields.flatMap((field) => kindOf(field, domain).shownImports ?? [])
  return `
import type { ReactNode } from 'react'

${otherImports(imports)}

import type { ${one.pascal}Dto } from '../loaders'
${siblingImports(imports)}

/** ${sentence(withArticle(one.words))} for members who may read it but not change it. */
export function ${one.pascal}Details({ ${one.camel} }: { ${one.camel}: ${one.pascal}Dto }) {
  return (
    <dl className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
      ${each(fields, (field) => `<Detail term="${sentence(field.name.words)}">${kindOf(field, domain).shown(`${one.camel}.${field.name.camel}`)}</Detail>`)}
    </dl>
  )
}

function Detail({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs font-medium text-muted-foreground">{term}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  )
}
`
}

export function historyFile({ one }: NewDomain): string {
  return `
import { LocalDate } from '@/components/dates/local-date'

import type { ${one.pascal}Dto } from '../loaders'

/** Who created the ${one.words} and when it changed last. */
export function ${one.pascal}History({ ${one.camel} }: { ${one.camel}: ${one.pascal}Dto }) {
  return (
    <span className="text-xs">
      Created by {${one.camel}.createdBy?.name ?? 'a former member'} on{' '}
      <LocalDate at={${one.camel}.createdAt} />, last updated on{' '}
      <LocalDate at={${one.camel}.updatedAt} />.
    </span>
  )
}
`
}
