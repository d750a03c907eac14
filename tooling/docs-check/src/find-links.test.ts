import { expect, it } from 'vitest'
import { parseDocument } from './document'
import { brokenLinks } from './find-links'

const tree = { files: ['docs/a.md', 'docs/images/a.png'], anchorsOf: () => ['going-live'] }

it.each([
  ['a heading here', '[a](#going-live)', []],
  ['a heading there', '[a](a.md#going-live)', []],
  ['a folder', '[a](images/)', []],
  ['another site', '[a](https://example.com/nothing)', []],
  ['a picture', '<img src="images/b.png">', ['images/b.png']],
  ['no file', '[a](b.md)', ['b.md']],
  ['no heading', '[a](a.md#going-away)', ['a.md#going-away']],
  ['no heading here', '[a](#going-away)', ['#going-away']],
  ['the wrong folder', '[a](../a.md)', ['../a.md']],
])('a link to %s', (_label, markdown, broken) => {
  expect(brokenLinks(parseDocument(markdown), 'docs/a.md', tree)).toEqual(broken)
})
