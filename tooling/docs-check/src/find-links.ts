import path from 'node:path'
import type { Document } from './document'

/** What links are resolved against. */
export interface Tree {
  files: readonly string[]
  anchorsOf(file: string): readonly string[]
}

/** Returns the relative links of the document at `file` whose file, folder or heading does not exist. */
export function brokenLinks(document: Document, file: string, tree: Tree): string[] {
  return document.links
    .map(({ url }) => url)
    .filter((url) => !/^[a-z][a-z+.-]*:/i.test(url))
    .filter((url) => !hasTarget(url, file, tree))
}

function hasTarget(url: string, file: string, { files, anchorsOf }: Tree): boolean {
  const [target = '', anchor] = decodeURI(url).split('#')
  const to = target === '' ? file : path.posix.join(path.posix.dirname(file), target).replace(/\/$/, '')
  const exists = files.some((other) => other === to || other.startsWith(`${to}/`))
  return exists && (anchor === undefined || !to.endsWith('.md') || anchorsOf(to).includes(anchor))
}
