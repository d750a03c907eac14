import { expect, it } from 'vitest'
import { pruneSettings } from './config-files'

const isGone = (text: string) => /gone/i.test(text)

it('takes a setting and its comments out of a list', () => {
  const text = '# What it is.\nKEPT=1\n# What is gone.\n# In two lines.\nGONE=2\n\n# Another.\nLAST=\n'
  expect(pruneSettings(text, isGone)).toBe('# What it is.\nKEPT=1\n\n# Another.\nLAST=\n')
})
