import { sentence, type NewDomain } from '../domain'

export function viewFile({ one, many }: NewDomain): string {
  return `
import { Icon } from '@/components/icon/icon'
import { FilterForm } from '@/components/list/filter-form'
import { Pager } from '@/components/list/pager'
import { SearchField } from '@/components/list/search-field'
import { PageHeader } from '@/components/page-header'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { listSummary } from '@/lib/list-summary'
import { listUrl } from '@/lib/url/list-url'

import { load${many.pascal}, type SearchParams } from '../loaders'
import { ${one.pascal}Table } from './${one.kebab}-table'
import { No${many.pascal} } from './no-${many.kebab}'

interface ${many.pascal}ViewProps {
  organization: string
  searchParams: SearchParams
}

/** The list that the URL asks for. */
export async function ${many.pascal}View({ organization, searchParams }: ${many.pascal}ViewProps) {
  const { query, ${many.camel}, range, nextCursor, canCreate } = await load${many.pascal}(organization, searchParams)
  const { search, cursor } = query
  const path = \`/\${organization}/${many.kebab}\`
  const summary = listSummary(range, ${many.camel}.length, ['${one.words}', '${many.words}'])
  return (
    <div className="space-y-3">
      <div className="pb-2">
        <PageHeader
          title="${sentence(many.words)}"
          actions={
            canCreate ? (
              <ButtonLink href={\`\${path}/new\`}>
                <Icon name="plus" />
                New ${one.words}
              </ButtonLink>
            ) : null
          }
        />
      </div>
      <FilterForm action={path} label="Filter ${many.words}" className="flex gap-2">
        <SearchField label="Search ${many.words}" defaultValue={search} className="flex-1" />
      </FilterForm>
      <output className="sr-only">{${many.camel}.length > 0 ? summary : 'No ${many.words} found'}</output>
      <Card className="@container overflow-clip">
        {${many.camel}.length > 0 ? (
          <>
            <p className="flex h-11 items-center border-b px-4 text-muted-foreground md:h-10 @2xl:px-3">{summary}</p>
            <${one.pascal}Table organization={organization} ${many.camel}={${many.camel}} />
          </>
        ) : (
          <No${many.pascal} path={path} isFiltered={Boolean(search ?? cursor)} canCreate={canCreate} />
        )}
        <Pager
          label="Pages of ${many.words}"
          previous={cursor ? { href: listUrl(path, { search }), label: 'First page' } : undefined}
          next={nextCursor ? { href: listUrl(path, { search, cursor: nextCursor }), label: 'Next' } : undefined}
        />
      </Card>
    </div>
  )
}
`
}

export function emptyFile({ one, many }: NewDomain): string {
  return `
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'

interface No${many.pascal}Props {
  /** Of the list. */
  path: string
  isFiltered: boolean
  canCreate: boolean
}

/** Why the list is empty, and what to do next. */
export function No${many.pascal}({ path, isFiltered, canCreate }: No${many.pascal}Props) {
  if (isFiltered) {
    return (
      <EmptyState
        icon="search-x"
        title="No matching ${many.words}"
        action={
          <ButtonLink href={path} variant="outline">
            Show all ${many.words}
          </ButtonLink>
        }
      >
        Try another word.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon="files"
      title="No ${many.words} yet"
      action={canCreate ? <ButtonLink href={\`\${path}/new\`}>Create ${one.words}</ButtonLink> : null}
    >
      {canCreate ? 'Create the first one.' : 'They appear here once someone creates one.'}
    </EmptyState>
  )
}
`
}
