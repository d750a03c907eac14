import { sentence, type NewDomain } from '../domain'

export function listPage({ many }: NewDomain): string {
  return `
import type { Metadata } from 'next'

import { ${many.pascal}View } from '@/features/${many.kebab}/components/${many.kebab}-view'
import type { SearchParams } from '@/features/${many.kebab}/loaders'

export const metadata: Metadata = { title: '${sentence(many.words)}' }

interface Props {
  params: Promise<{ organization: string }>
  searchParams: Promise<SearchParams>
}

export default async function ${many.pascal}Page({ params, searchParams }: Props) {
  const { organization } = await params
  return <${many.pascal}View organization={organization} searchParams={await searchParams} />
}
`
}

export function newPage({ one, many }: NewDomain): string {
  return `
import type { Metadata } from 'next'

import { CreatedNotice } from '@/components/feedback/created-notice'
import { PageHeader } from '@/components/page-header'
import { Card, CardContent } from '@/components/ui/card'
import { ${one.pascal}Form } from '@/features/${many.kebab}/components/${one.kebab}-form'
import { loadNew${one.pascal} } from '@/features/${many.kebab}/loaders'
import { create${one.pascal}Schema } from '@/features/${many.kebab}/schema'
import { constraintsOf } from '@/lib/input/constraints'

export const metadata: Metadata = { title: 'New ${one.words}' }

export default async function New${one.pascal}Page({ params }: { params: Promise<{ organization: string }> }) {
  const { organization } = await params
  const { canRead } = await loadNew${one.pascal}(organization)
  return (
    <div className="max-w-2xl space-y-5">
      <PageHeader title="New ${one.words}" />
      <CreatedNotice>${sentence(one.words)} created.</CreatedNotice>
      <Card>
        <CardContent>
          <${one.pascal}Form organization={organization} constraints={constraintsOf(create${one.pascal}Schema)} canRead={canRead} />
        </CardContent>
      </Card>
    </div>
  )
}
`
}

export function detailPage({ one, many, title }: NewDomain): string {
  return `
import type { Metadata } from 'next'

import { CreatedNotice } from '@/components/feedback/created-notice'
import { Icon } from '@/components/icon/icon'
import { PageHeader } from '@/components/page-header'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardContent } from '@/components/ui/card'
import { Delete${one.pascal} } from '@/features/${many.kebab}/components/delete-${one.kebab}'
import { ${one.pascal}Details } from '@/features/${many.kebab}/components/${one.kebab}-details'
import { ${one.pascal}Form } from '@/features/${many.kebab}/components/${one.kebab}-form'
import { ${one.pascal}History } from '@/features/${many.kebab}/components/${one.kebab}-history'
import { load${one.pascal} } from '@/features/${many.kebab}/loaders'
import { update${one.pascal}Schema } from '@/features/${many.kebab}/schema'
import { constraintsOf } from '@/lib/input/constraints'

export const metadata: Metadata = { title: '${sentence(one.words)}' }

interface Props {
  params: Promise<{ organization: string; ${one.camel}Id: string }>
}

export default async function ${one.pascal}Page({ params }: Props) {
  const { organization, ${one.camel}Id } = await params
  const ${one.camel} = await load${one.pascal}(organization, ${one.camel}Id)
  return (
    <div className="max-w-2xl space-y-5">
      <div>
        <ButtonLink href={\`/\${organization}/${many.kebab}\`} variant="ghost" size="sm" className="mb-1 -ml-3">
          <Icon name="chevron-left" />
          ${sentence(many.words)}
        </ButtonLink>
        <PageHeader title={${one.camel}.${title.name.camel}} description={<${one.pascal}History ${one.camel}={${one.camel}} />} />
      </div>
      <CreatedNotice>${sentence(one.words)} created.</CreatedNotice>
      <Card>
        <CardContent>
          {${one.camel}.canUpdate ? (
            <${one.pascal}Form
              organization={organization}
              constraints={constraintsOf(update${one.pascal}Schema)}
              ${one.camel}={${one.camel}}
              canRead
            />
          ) : (
            <${one.pascal}Details ${one.camel}={${one.camel}} />
          )}
        </CardContent>
      </Card>
      {${one.camel}.canDelete ? <Delete${one.pascal} organization={organization} ${one.camel}={${one.camel}} /> : null}
    </div>
  )
}
`
}
