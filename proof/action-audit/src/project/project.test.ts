import { join } from 'node:path'
import { expect, it } from 'vitest'
import { withApp, type Files } from '../testing/app-folder'
import { Project } from './project'

/** The resolved path of an import in `src/page.ts`, relative to the app. */
function resolved(files: Files, source: string): string | undefined {
  return withApp({ 'src/page.ts': '', ...files }, (folder) => {
    const project = new Project()
    const page = project.load(join(folder, 'src/page.ts'))
    return page && project.fileOf(page, source)?.slice(folder.length + 1)
  })
}

it.each<[string, Files, string, string | undefined]>([
  ['a file next to it', { 'src/a.tsx': '' }, './a', 'src/a.tsx'],
  ['a folder', { 'src/a/index.ts': '' }, './a', 'src/a/index.ts'],
  ['the JavaScript that a file becomes', { 'src/a.ts': '' }, './a.js', 'src/a.ts'],
  [
    'an alias of the TypeScript project',
    { 'tsconfig.json': '{ "compilerOptions": { "paths": { "~/*": ["./lib/*"] } } }', 'lib/a.ts': '' },
    '~/a',
    'lib/a.ts',
  ],
  ['an undefined alias, by convention', { 'package.json': '{}', 'src/a.js': '' }, '@/a', 'src/a.js'],
  ['an undefined alias, without src', { 'package.json': '{}', 'lib/a.js': '' }, '@/lib/a', 'lib/a.js'],
  ['a package', { 'node_modules/a/package.json': '{}', 'node_modules/a/index.js': '' }, 'a', undefined],
  ['a Node builtin', {}, 'node:fs', undefined],
  ['a missing file', {}, './gone', undefined],
])('finds %s', (_, files, source, file) => {
  expect(resolved(files, source)).toBe(file)
})

it('reads each file once and remembers unreadable ones', () => {
  withApp({ 'a.ts': 'export const a = 1', 'b.ts': 'export const half = (' }, (folder) => {
    const project = new Project()
    expect(project.load(join(folder, 'a.ts'))).toBe(project.load(join(folder, 'a.ts')))
    expect(project.load(join(folder, 'b.ts'))).toBeUndefined()
    expect(project.unreadable.size).toBe(1)
  })
})
