import type { Node } from 'oxc-parser'
import { isUnder } from '../config/load-config'
import { memberPathOf, namesOf } from '../project/member-path'
import { walk } from '../syntax/node'
import type { SourceModule } from '../syntax/source-module'
import { defineRule } from './define-rule'

/** Outside the data layer, no tenant scope protects a query. */
export const noDatabaseImport = defineRule({
  name: 'no-database-import',
  description: 'Only the data layer imports the database driver.',
  concerns: (text, settings, file) =>
    settings.config.dataLayer !== undefined &&
    !isUnder(settings, file, settings.config.dataLayer) &&
    settings.config.databaseModules.some((name) => text.includes(name)),
  check(subject) {
    const { module, sources } = subject
    const { dataLayer, databaseModules } = sources.settings.config
    if (!dataLayer || isUnder(sources.settings, module.file, dataLayer)) return
    walk(module.program, (node) => {
      const source = importedSource(module, node)
      if (source === undefined) return
      // A relative path can lead to the same module.
      const file = source.startsWith('.') ? sources.project.fileOf(module, source) : undefined
      const isDatabase = databaseModules.some(
        (name) =>
          source === name ||
          source.startsWith(`${name}/`) ||
          (file !== undefined && sources.project.fileOf(module, name) === file),
      )
      if (isDatabase) subject.report(node, `"${source}" accesses the database outside the data layer.`)
    })
  },
})

/** The module that a node imports at runtime. */
function importedSource(module: SourceModule, node: Node): string | undefined {
  switch (node.type) {
    case 'ImportDeclaration': {
      const onlyTypes =
        node.importKind === 'type' ||
        (node.specifiers.length > 0 &&
          node.specifiers.every(
            (specifier) => specifier.type === 'ImportSpecifier' && specifier.importKind === 'type',
          ))
      return onlyTypes ? undefined : node.source.value
    }
    case 'ExportAllDeclaration':
      return node.exportKind === 'type' ? undefined : node.source.value
    case 'ExportNamedDeclaration':
      return node.exportKind === 'type' ? undefined : node.source?.value
    case 'TSImportEqualsDeclaration':
      return node.moduleReference.type === 'TSExternalModuleReference'
        ? node.moduleReference.expression.value
        : undefined
    case 'ImportExpression':
      return textOf(node.source)
    case 'CallExpression': {
      const { root, path } = memberPathOf(module, node.callee)
      const isRequire = path.length === 0 && namesOf(module, root).some((name) => requires.has(name))
      return isRequire && node.arguments[0] ? textOf(node.arguments[0]) : undefined
    }
    default:
      return undefined
  }
}

/** Includes calls of a `createRequire()` result. */
const requires: ReadonlySet<string> = new Set(['require', 'createRequire'])

function textOf(node: Node): string | undefined {
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0)
    return node.quasis[0]?.value.cooked ?? undefined
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined
}
