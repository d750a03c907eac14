import GithubSlugger from 'github-slugger'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'

export interface Link {
  text: string
  url: string
}

export interface Document {
  links: Link[]
  /** Text between backticks. */
  codes: string[]
  /** Fenced blocks, with their language. */
  blocks: { language: string; text: string }[]
  /** The anchors of headings, as GitHub generates them. */
  anchors: string[]
}

/** Parses Markdown. Of HTML, only `src` and `srcset` count. */
export function parseDocument(markdown: string): Document {
  const document: Document = { links: [], codes: [], blocks: [], anchors: [] }
  const slugger = new GithubSlugger()
  visit(fromMarkdown(markdown), (node) => {
    switch (node.type) {
      case 'link':
        document.links.push({ text: toString(node), url: node.url })
        break
      case 'image':
      case 'definition':
        document.links.push({ text: '', url: node.url })
        break
      case 'html':
        for (const [, url = ''] of node.value.matchAll(/\b(?:src|srcset|href)="([^"]*)"/g)) {
          document.links.push({ text: '', url })
        }
        break
      case 'inlineCode':
        document.codes.push(node.value)
        break
      case 'code':
        document.blocks.push({ language: node.lang ?? '', text: node.value })
        break
      case 'heading':
        document.anchors.push(slugger.slug(toString(node)))
        break
      default:
    }
  })
  return document
}
