import { withArticle, type NewDomain } from '../domain'

export function loadersFile({ one, many }: NewDomain): string {
  return `
import 'server-only'
import { notFound } from 'next/navigation'
import { z } from 'zod'

import { versionOf } from '@kit/action-middleware/input/version'
import { canModifyOwn } from '@kit/auth/permissions/own-rows'
import { hasPermission } from '@kit/auth/permissions/permissions'
import { list${many.pascal} } from '@kit/db/${many.kebab}/list'
import { find${one.pascal}, ${one.camel}Content } from '@kit/db/${many.kebab}/${many.kebab}'
import type { Tenant } from '@kit/db/tenancy/tenant'
import { readOrganization } from '@/lib/organization/read-organization'
import { searchSchema } from '@/lib/url/search-schema'

const PAGE_SIZE = 20

export type SearchParams = Record<string, string | string[] | undefined>

/** The URL's search parameters. Invalid ones are ignored. */
const ${one.camel}QuerySchema = z.object({
  search: searchSchema,
  cursor: z.string().max(100).optional().catch(undefined),
})

/** Loads a page of ${many.words}, newest first. */
export function load${many.pascal}(organization: string, searchParams: SearchParams) {
  const query = ${one.camel}QuerySchema.parse(searchParams)
  return readOrganization(organization, '${many.kebab}', async (db, tenant) => {
    const page = await list${many.pascal}(db, { ...query, limit: PAGE_SIZE })
    return {
      query,
      ${many.camel}: page.${many.camel}.map((${one.camel}) => ${one.camel}Dto(${one.camel}, tenant)),
      range: page.range,
      nextCursor: page.nextCursor,
      canCreate: hasPermission(tenant.membership, { ${one.camel}: ['create'] }),
    }
  })
}

export function load${one.pascal}(organization: string, ${one.camel}Id: string) {
  return readOrganization(organization, '${many.kebab}/[id]', async (db, tenant) => {
    const ${one.camel} = await find${one.pascal}(db, ${one.camel}Id)
    if (!${one.camel}) notFound()
    return ${one.camel}Dto(${one.camel}, tenant)
  })
}

/** Whether the member may read what they create. 403 for members who may not create ${withArticle(one.words)}. */
export function loadNew${one.pascal}(organization: string): Promise<{ canRead: boolean }> {
  return readOrganization(organization, '${many.kebab}/new', async (_db, { membership }) => ({
    canRead: hasPermission(membership, { ${one.camel}: ['read'] }),
  }))
}

type ${one.pascal}Row = NonNullable<Awaited<ReturnType<typeof find${one.pascal}>>>

/** Adds what the reader may do, by the same rules as the actions. */
function ${one.camel}Dto(${one.camel}: ${one.pascal}Row, { membership }: Tenant) {
  const mayModify = canModifyOwn(membership, { createdBy: ${one.camel}.createdBy?.id ?? null })
  return {
    ...${one.camel},
    createdAt: ${one.camel}.createdAt.toISOString(),
    updatedAt: ${one.camel}.updatedAt.toISOString(),
    version: versionOf(${one.camel}Content(${one.camel})),
    canUpdate: mayModify && hasPermission(membership, { ${one.camel}: ['update'] }),
    canDelete: mayModify && hasPermission(membership, { ${one.camel}: ['delete'] }),
  }
}

export type ${one.pascal}Dto = ReturnType<typeof ${one.camel}Dto>
`
}
