import { Refusal } from '@kit/server/refusal'
import type { Tree } from '../tree/tree'
import { sentence, type NewDomain } from './domain'

const resources = 'packages/auth/src/permissions/resources.ts'

/** Whether the permission table has this entry. */
export const hasPermissions = (tree: Tree, resource: string): boolean =>
  new RegExp(`^ {2}${resource}: \\{`, 'm').test(tree.read(resources))

/** Adds the domain to the six files that list domains. */
export function register(tree: Tree, domain: NewDomain): void {
  const { many } = domain
  insertSorted(tree, 'packages/db/src/schema.ts', `export * from './${many.kebab}/table'`)

  const demo = 'packages/db/src/demo/domains.ts'
  insertSorted(tree, demo, `import { demo${many.pascal} } from '../${many.kebab}/demo'`)
  replaceOnce(tree, demo, /(demoDomains: DemoDomain\[\] = \[[^\]]*?),?(\s*\])/, `$1, demo${many.pascal}$2`)

  const manifest = 'packages/db/package.json'
  const content = JSON.parse(tree.read(manifest))
  for (const file of ['demo', 'list', many.kebab, 'values']) {
    content.exports[`./${many.kebab}/${file}`] = `./src/${many.kebab}/${file}.ts`
  }
  content.exports = Object.fromEntries(
    Object.entries<unknown>(content.exports).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
  tree.write(manifest, `${JSON.stringify(content, null, 2)}\n`)

  replaceOnce(tree, resources, /\n {2}audit: \{|\n\} as const satisfies/, `\n${permissions(domain)}$&`)
  replaceOnce(
    tree,
    'packages/rate-limit/src/policies.ts',
    /\n\} as const satisfies/,
    `\n  '${many.kebab}.create': { by: ['user', 'organization'], limit: 60, windowSeconds: MINUTE, sensitive: false },$&`,
  )

  const domains = 'apps/web/src/lib/domains.ts'
  insertSorted(tree, domains, `import { ${many.camel} } from '@/features/${many.kebab}/domain'`)
  replaceOnce(tree, domains, /(\s+)members,/, `$1${many.camel},$&`)
}

/** The permission table's entry: everyone may read, editors may write their own rows. */
function permissions({ one, many }: NewDomain): string {
  return `  ${one.camel}: {
    heading: '${sentence(many.words)}',
    verbs: {
      read: { label: 'see ${many.words}', from: 'viewer' },
      create: { label: 'create ${many.words}', from: 'editor' },
      update: { label: 'change ${many.words}', from: 'editor', own: true },
      delete: { label: 'delete ${many.words}', from: 'editor', own: true },
    },
  },`
}

/** Adds a line in order among those with the same start. */
function insertSorted(tree: Tree, path: string, line: string): void {
  const lines = tree.read(path).split('\n')
  const [word = ''] = line.split(' ')
  const moduleOf = (text: string) => text.slice(text.indexOf(' from '))
  const alike = lines.filter((text) => text.startsWith(`${word} `) && text.includes(' from '))
  const next = alike.find((text) => moduleOf(text) > moduleOf(line))
  const last = alike.at(-1)
  if (last === undefined) throw new Refusal(`${path} has no line to add "${line}" to.`)
  lines.splice(next === undefined ? lines.lastIndexOf(last) + 1 : lines.indexOf(next), 0, line)
  tree.write(path, lines.join('\n'))
}

function replaceOnce(tree: Tree, path: string, place: RegExp, text: string): void {
  const before = tree.read(path)
  if (!place.test(before)) throw new Refusal(`${path} has changed. There is no place for ${text.trim()}.`)
  tree.write(path, before.replace(place, text))
}
