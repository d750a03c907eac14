import { expect, it } from 'vitest'
import { scriptPaths } from './scripts'

it('finds scripts in elements and in the payload, each once', () => {
  const html = `
    <script src="/_next/static/chunks/b-1.js" async=""></script>
    <script>self.__next_f.push([1,"3:I[1,[\\"/_next/static/chunks/a.js\\",\\"/_next/static/chunks/b-1.js\\"]]"])</script>`
  expect(scriptPaths(html)).toEqual(['/_next/static/chunks/a.js', '/_next/static/chunks/b-1.js'])
})

it('leaves out what only old browsers load', () => {
  const html = '<script src="/_next/static/chunks/old.js" noModule=""></script>'
  expect(scriptPaths(html)).toEqual([])
})
