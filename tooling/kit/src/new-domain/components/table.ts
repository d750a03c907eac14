import { each, sentence, type NewDomain } from '../domain'
import { otherImports, siblingImports } from '../imports'
import { kindOf } from '../kinds/kind-of'

export function tableComponentFile(domain: NewDomain): string {
  const { one, many, fields, title } = domain
  const others = fields.filter((field) => field !== title)
  const imports = others.flatMap((field) => kindOf(field, domain).shownImports ?? [])
  const head = (words: string) => `<TableHead {...tableRoles.columnHeader}>${sentence(words)}</TableHead>`
  return `
${others.length > 0 ? `import type { ReactNode } from 'react'` : ''}

import { Link } from '@/components/link'
import { tableRoles } from '@/components/list/table-roles'
import { Table, TableBody, ${others.length > 0 ? 'TableCell, ' : ''}TableHead, TableHeader, TableRow } from '@/components/ui/table'
${otherImports(imports)}

import type { ${one.pascal}Dto } from '../loaders'
${siblingImports(imports)}

interface ${one.pascal}TableProps {
  organization: string
  ${many.camel}: ${one.pascal}Dto[]
}

/** A table; on a narrow screen, each row becomes a card. */
export function ${one.pascal}Table({ organization, ${many.camel} }: ${one.pascal}TableProps) {
  return (
    <Table label="${sentence(many.words)}" {...tableRoles.table} className="@max-2xl:block">
      <TableHeader {...tableRoles.group} className="@max-2xl:sr-only">
        <TableRow {...tableRoles.row}>
          ${head(title.name.words)}
          ${each(others, ({ name }) => head(name.words))}
        </TableRow>
      </TableHeader>
      <TableBody {...tableRoles.group} className="@max-2xl:block">
        {${many.camel}.map((${one.camel}) => (
          <${one.pascal}TableRow key={${one.camel}.id} href={\`/\${organization}/${many.kebab}/\${${one.camel}.id}\`} ${one.camel}={${one.camel}} />
        ))}
      </TableBody>
    </Table>
  )
}

function ${one.pascal}TableRow({ href, ${one.camel} }: { href: string; ${one.camel}: ${one.pascal}Dto }) {
  return (
    <TableRow
      {...tableRoles.row}
      className="@max-2xl:flex @max-2xl:flex-wrap @max-2xl:gap-x-4 @max-2xl:px-4 @max-2xl:py-2"
    >
      <th scope="row" {...tableRoles.rowHeader} className="text-left font-normal @max-2xl:w-full @2xl:px-3 @2xl:py-1">
        <Link
          href={href}
          className="flex min-h-11 items-center font-medium wrap-anywhere hover:underline md:min-h-8 md:pointer-coarse:min-h-11"
        >
          <bdi>{${one.camel}.${title.name.camel}}</bdi>
        </Link>
      </th>
      ${each(others, (field) => `<Cell label="${sentence(field.name.words)}">${kindOf(field, domain).shown(`${one.camel}.${field.name.camel}`)}</Cell>`)}
    </TableRow>
  )
}

${others.length > 0 ? cell : ''}
`
}

const cell = `/** Repeats its label where the table's head is hidden. */
function Cell({ label, children }: { label: string; children: ReactNode }) {
  return (
    <TableCell {...tableRoles.cell} className="wrap-anywhere text-muted-foreground tabular-nums @max-2xl:p-0 @max-2xl:pb-1">
      <span aria-hidden className="@2xl:hidden">
        {label}:{' '}
      </span>
      {children}
    </TableCell>
  )
}`
