import { readFileSync } from 'node:fs'
import { createElement } from 'react'
import type { ReactNode } from 'react'

/** An element of a page of the product, or a text. */
export type Markup = string | { tag: string; attributes: Record<string, string>; children: Markup[] }

let pages: Record<string, Markup[]> | undefined

/** The product's page as plain elements. The bench writes the file before it starts this app. */
export function elementsOf(page: string): ReactNode[] {
  pages ??= JSON.parse(readFileSync(process.env.MARKUP_FILE ?? '', 'utf8')) as Record<string, Markup[]>
  return pages[page]?.map(element) ?? []
}

function element(markup: Markup, key: number): ReactNode {
  if (typeof markup === 'string') return markup
  const { tag, attributes, children } = markup
  return createElement(tag, { key, ...attributes }, ...children.map(element))
}
