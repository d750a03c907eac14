import { Refusal } from '@kit/server/refusal'
import type { Generated } from '../command/generated'
import type { Tree } from '../tree/tree'
import { domainNames } from './domain-names'
import type { NewDomain } from './domain'
import { parseFields } from './fields'
import { filesOf, sharedFilesOf } from './files'
import { migrationOf } from './migration'
import { hasPermissions, register } from './register'

export interface NewDomainOptions {
  field?: readonly string[]
  singular?: string
}

/**
 * Adds a domain to the tree.
 * @returns its migration
 * @throws Refusal when the name is taken or a field is invalid
 */
export function newDomain(tree: Tree, name: string, { field = [], singular }: NewDomainOptions): Generated {
  const { plural: many, singular: one } = domainNames(name, { taken: foldersOf(tree), singular })
  if (tablesOf(tree).has(one.snake)) throw new Refusal(`The table "${one.snake}" already exists.`)
  if (hasPermissions(tree, one.camel)) {
    throw new Refusal(`Permissions for "${one.camel}" already exist.`)
  }
  const { fields, title } = parseFields(field, [`${one.camel}Id`])
  const domain: NewDomain = { one, many, fields, title }
  for (const [path, text] of filesOf(domain)) tree.write(path, text)
  for (const [path, text] of sharedFilesOf(domain)) if (!tree.has(path)) tree.write(path, text)
  register(tree, domain)
  return migrationOf(tree, domain)
}

/** Returns the folders that a new domain must not collide with. */
function foldersOf(tree: Tree): string[] {
  const inside = /^(?:packages\/db\/src|apps\/web\/src\/(?:features|app\/\[organization\]))\/([^/]+)\//
  return [...new Set(tree.paths().flatMap((path) => inside.exec(path)?.[1] ?? []))]
}

function tablesOf(tree: Tree): Set<string> {
  const declared = /\b(?:pgTable|tenantTable)\(\s*'(\w+)'/g
  const files = tree.paths().filter((path) => /^packages\/db\/src\/.+\/table\.ts$/.test(path))
  return new Set(
    files.flatMap((path) => [...tree.read(path).matchAll(declared)].map(([, name = '']) => name)),
  )
}
