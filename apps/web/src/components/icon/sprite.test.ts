import { expect, test } from 'vitest'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

import { catalog, levels } from './catalog'

const HEIGHTS = [4, 7, 10, 13]

function symbolOf(id: string, viewBox: string, drawing: string): string {
  return `<symbol id="${id}" viewBox="${viewBox}">${drawing}</symbol>`
}

function spriteOf(): string {
  const icons = Object.entries(catalog).map(([name, Icon]) => {
    const drawing = renderToStaticMarkup(createElement(Icon)).replace(/^<svg[^>]*>|<\/svg>$/g, '')
    return symbolOf(name, '0 0 24 24', drawing)
  })
  const bars = levels.map((level) => {
    const rects = HEIGHTS.map(
      (height, place) =>
        `<rect x="${1 + place * 3.75}" y="${14 - height}" width="2.75" height="${height}" rx="0.75"${place < level ? '' : ' opacity="0.25"'}/>`,
    )
    return symbolOf(
      `level-${level}`,
      '0 0 16 16',
      `<g fill="currentColor" stroke="none">${rects.join('')}</g>`,
    )
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">\n${[...icons, ...bars].join('\n')}\n</svg>\n`
}

test('the sprite holds every icon of the catalog', async () => {
  await expect(spriteOf()).toMatchFileSnapshot('sprite.svg')
})
