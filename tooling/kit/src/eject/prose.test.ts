import { expect, it } from 'vitest'
import { withoutBlocks } from './prose'

const isGone = (block: string) => block.includes('gone')

it.each([
  ['an item with its other lines', '- This.\n- It is\n  gone.\n- That.\n', '- This.\n- That.\n'],
  ['a row', '| a |\n| - |\n| gone |\n| b |\n', '| a |\n| - |\n| b |\n'],
  ['a paragraph', 'This.\n\nIt is\ngone.\n\nThat.\n', 'This.\n\nThat.\n'],
  ['not the commands', '```sh\nrun gone\n\nrun\n```\n', '```sh\nrun gone\n\nrun\n```\n'],
  ['nothing else', 'This.\n\n\n\nThat.\n', 'This.\n\n\n\nThat.\n'],
])('removes %s', (_name, text, left) => {
  expect(withoutBlocks(text, isGone)).toBe(left)
})
