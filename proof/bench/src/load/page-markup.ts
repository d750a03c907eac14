// For the function that runs in the page.
/// <reference lib="dom" />

import type { Page } from '@playwright/test'
import type { Markup } from '../../stack/src/markup'

/** The elements of a page as the server sent them: open it without JavaScript. */
export async function pageMarkup(page: Page, url: string): Promise<Markup[]> {
  await page.goto(url)
  return page.evaluate(readBody)
}

function readBody(): Markup[] {
  // React refuses styles that are text, and sets the state of controls itself.
  const left = new Set(['style', 'checked', 'selected'])
  // A method, because the compiler wraps named functions in a helper that the page doesn't have.
  const reader = {
    read(node: Node): Markup[] {
      if (node instanceof Text) return [node.data]
      if (!(node instanceof Element) || ['script', 'style', 'template'].includes(node.localName)) return []
      const names = node.getAttributeNames().filter((name) => !left.has(name))
      const attributes = Object.fromEntries(names.map((name) => [name, node.getAttribute(name) ?? '']))
      const children = [...node.childNodes].flatMap((child) => reader.read(child))
      return [{ tag: node.localName, attributes, children }]
    },
  }
  return [...document.body.childNodes].flatMap((child) => reader.read(child))
}
