import { Refusal } from '@kit/server/refusal'
import type { Tree } from '../tree/tree'
import type { Product } from './names'

/** Returns the product's names from the root package.json. */
export function productOf(tree: Tree): Product {
  const manifest: unknown = JSON.parse(tree.read('package.json'))
  const { name, productName } = Object(manifest)
  if (typeof name === 'string' && typeof productName === 'string') return { name: productName, slug: name }
  throw new Refusal('package.json needs "name" and "productName".')
}
