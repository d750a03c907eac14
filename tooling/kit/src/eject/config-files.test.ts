import { expect, it } from 'vitest'
import { pruneSettings, withoutLesson } from './config-files'

const isGone = (text: string) => /gone/i.test(text)

it('removes a setting and its comments from a list', () => {
  const text = '# What it is.\nKEPT=1\n# What is gone.\n# In two lines.\nGONE=2\n\n# Another.\nLAST=\n'
  expect(pruneSettings(text, isGone)).toBe('# What it is.\nKEPT=1\n\n# Another.\nLAST=\n')
})

it('removes the lesson from a rule’s page', () => {
  const page = '# a-rule\n\n## Passes\n\nThis.\n'
  expect(withoutLesson(`${page}\n## Try it\n\nOpen the lesson.\n`)).toBe(page)
  expect(withoutLesson(page)).toBe(page)
})
