import { deleteFile } from './components/delete'
import { detailsFile, historyFile } from './components/details'
import { fieldsFile } from './components/fields'
import { formFile } from './components/form'
import { labelsFile } from './components/labels'
import { tableComponentFile } from './components/table'
import { emptyFile, viewFile } from './components/view'
import { demoFile } from './db/demo'
import { listFile } from './db/list'
import { queriesFile } from './db/queries'
import { selectFile } from './db/select'
import { tableFile } from './db/table'
import { queriesTestFile } from './db/test'
import { valuesFile } from './db/values'
import type { NewDomain } from './domain'
import { actionsFile } from './web/actions'
import { attacksFile } from './web/attacks'
import { domainFile } from './web/domain'
import { flowFile } from './web/flow'
import { loadersFile } from './web/loaders'
import { moneyFile, moneyTestFile } from './web/money'
import { detailPage, listPage, newPage } from './web/pages'
import { schemaFile } from './web/schema'

/** Returns every file of a domain by path. */
export function filesOf(domain: NewDomain): Map<string, string> {
  const { one, many } = domain
  const db = `packages/db/src/${many.kebab}`
  const web = `apps/web/src/features/${many.kebab}`
  const pages = `apps/web/src/app/(signed-in)/[organization]/${many.kebab}`
  const files: Record<string, string | undefined> = {
    [`${db}/table.ts`]: tableFile(domain),
    [`${db}/values.ts`]: valuesFile(domain),
    [`${db}/select.ts`]: selectFile(domain),
    [`${db}/list.ts`]: listFile(domain),
    [`${db}/${many.kebab}.ts`]: queriesFile(domain),
    [`${db}/${many.kebab}.test.ts`]: queriesTestFile(domain),
    [`${db}/demo.ts`]: demoFile(domain),
    [`${web}/schema.ts`]: schemaFile(domain),
    [`${web}/actions.ts`]: actionsFile(domain),
    [`${web}/loaders.ts`]: loadersFile(domain),
    [`${web}/domain.ts`]: domainFile(domain),
    [`${web}/attacks.ts`]: attacksFile(domain),
    [`${web}/${many.kebab}.flow.ts`]: flowFile(domain),
    [`${web}/components/${many.kebab}-view.tsx`]: viewFile(domain),
    [`${web}/components/no-${many.kebab}.tsx`]: emptyFile(domain),
    [`${web}/components/${one.kebab}-table.tsx`]: tableComponentFile(domain),
    [`${web}/components/${one.kebab}-form.tsx`]: formFile(domain),
    [`${web}/components/${one.kebab}-fields.tsx`]: fieldsFile(domain),
    [`${web}/components/${one.kebab}-labels.ts`]: labelsFile(domain),
    [`${web}/components/${one.kebab}-details.tsx`]: detailsFile(domain),
    [`${web}/components/${one.kebab}-history.tsx`]: historyFile(domain),
    [`${web}/components/delete-${one.kebab}.tsx`]: deleteFile(domain),
    [`${pages}/page.tsx`]: listPage(domain),
    [`${pages}/new/page.tsx`]: newPage(domain),
    [`${pages}/[${one.camel}Id]/page.tsx`]: detailPage(domain),
  }
  return written(files)
}

/** Returns the files that all domains with amounts share. */
export function sharedFilesOf({ fields }: NewDomain): Map<string, string> {
  if (!fields.some(({ type }) => type === 'money')) return new Map()
  return written({
    'apps/web/src/lib/money.ts': moneyFile(),
    'apps/web/src/lib/money.test.ts': moneyTestFile(),
  })
}

/** Returns the files that are not empty, without leftover blank lines. */
function written(files: Readonly<Record<string, string | undefined>>): Map<string, string> {
  const texts = Object.entries(files).flatMap(([path, text]): [string, string][] =>
    text === undefined ? [] : [[path, text.trimStart().replaceAll(/\n{3,}/g, '\n\n')]],
  )
  return new Map(texts)
}
