import { Refusal } from '@kit/server/refusal'
import type { Tree } from '../tree/tree'
import { keepsOldName } from './keeps-old-name'
import { namesOf, type Product } from './names'
import { patternOf } from './renamer'

/** The longest derived name is a database's, which PostgreSQL cuts off after 63 characters. */
const MOST = 24

/** @throws Refusal with one sentence for invalid names */
export function checkSpelling({ name, slug }: Product): void {
  if (!/^[A-Z][A-Za-z0-9]*(?: [A-Z0-9][A-Za-z0-9]*)*$/.test(name) || name.length > MOST) {
    throw new Refusal(
      `"${name}" cannot be a product name. Use up to ${MOST} letters and digits, each word starting with a capital letter.`,
    )
  }
  if (!/^[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*$/.test(slug) || slug.length < 2 || slug.length > MOST) {
    throw new Refusal(
      `"${slug}" cannot be a short name. Use 2 to ${MOST} lowercase letters and digits, with dashes between words.`,
    )
  }
}

/** Guides and these commands use example names. */
function isExample(path: string): boolean {
  return path.endsWith('.md') || path.startsWith('tooling/kit/')
}

/** @throws Refusal when the repository already uses the word, because a later rename couldn't tell them apart */
export function checkUnused(tree: Tree, product: Product): void {
  const pattern = new RegExp(patternOf(namesOf(product)).source)
  const used = tree
    .paths()
    .filter((path) => !keepsOldName(path) && !isExample(path))
    .find((path) => pattern.test(path) || pattern.test(tree.readText(path) ?? ''))
  if (used) {
    throw new Refusal(
      `"${product.name}" is already used in ${used}. Choose a name that the code doesn't use.`,
    )
  }
}
