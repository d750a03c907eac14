import { expect, test } from 'vitest'
import lucide from 'lucide-react/dynamicIconImports'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

import { catalog, levels } from './catalog'

const HEIGHTS = [4, 7, 10, 13]

async function drawingOf(name: (typeof catalog)[number]): Promise<string> {
  const { default: Drawing } = await lucide[name]()
  return renderToStaticMarkup(createElement(Drawing)).replace(/^<svg[^>]*>|<\/svg>$/g, '')
}

function symbolOf(id: string, viewBox: string, drawing: string): string {
  return `<symbol id="${id}" viewBox="${viewBox}">${drawing}</symbol>`
}

async function spriteOf(): Promise<string> {
  const drawings = await Promise.all(
    catalog.map(async (name) => symbolOf(name, '0 0 24 24', await drawingOf(name))),
  )
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
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">\n${[...drawings, ...bars].join('\n')}\n</svg>\n`
}

test('the sprite contains every icon of the catalog', async () => {
  await expect(await spriteOf()).toMatchFileSnapshot('sprite.svg')
})
