import { Refusal } from '@kit/server/refusal'
import type { Tree } from '../tree/tree'
import type { Product } from './names'

/** The product as the root package.json names it. */
export function productOf(tree: Tree): Product {
  const manifest: unknown = JSON.parse(tree.read('package.json'))
  const { name, productName } = Object(manifest)
  if (typeof name === 'string' && typeof productName === 'string') return { name: productName, slug: name }
  throw new Refusal('package.json has no "name" or no "productName".')
}
