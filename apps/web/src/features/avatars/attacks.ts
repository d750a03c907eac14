import { blackPng } from '@kit/auth/testing/png'
import type { Arena } from '@kit/attacks/engine/arena'
import { ownChange } from '@kit/attacks/engine/own-change'
import { namedRows, type MatrixOf } from '@kit/attacks/engine/row'
import { Upload } from '@kit/attacks/http/reply-encoding'
import type { ExpectedChange } from '@kit/attacks/state/expectation'
import type * as actions from '@/features/avatars/actions'

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(document.domain)</script></svg>'
const html = '<!doctype html><script>alert(document.domain)</script>'

const png = (content: Buffer) => new Upload('me.png', 'image/png', content)
const claiming = (start: string, rest: string) => png(Buffer.from(`${start}${rest}`, 'latin1'))

const wrongFiles = {
  'an SVG': () => new Upload('me.svg', 'image/svg+xml', Buffer.from(svg)),
  'an SVG that claims to be a PNG': () => png(Buffer.from(svg)),
  'an SVG that begins like a PNG': () => claiming('\x89PNG\r\n\x1a\n', svg),
  'HTML that begins like a JPEG': () => claiming('\xff\xd8\xff', html),
  'HTML that begins like a WebP': () => claiming('RIFF\0\0\0\0WEBP', html),
  'a GIF': () => claiming('GIF89a', '\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00;'),
  'a PDF': () => claiming('%PDF-1.7\n', html),
  'a script': () => new Upload('me.js', 'text/javascript', Buffer.from('alert(1)')),
  nothing: () => png(Buffer.alloc(0)),
  'half a PNG': () => png(blackPng(64).subarray(0, 50)),
  'a decompression bomb': () => png(blackPng(20_000)),
  'a PNG over the bound': () => png(Buffer.concat([blackPng(8), Buffer.alloc(112 * 1024)])),
}

const doubleFiles = {
  'a PNG that is also HTML': () => png(Buffer.concat([blackPng(8), Buffer.from(html)])),
  'a PNG named like a path': () => new Upload('../../x.html', 'text/html', blackPng(8)),
}

/** The change of the version, which is part of the picture's URL. */
const versionOf = (arena: Arena, person: string, values: Record<string, unknown> = {}): ExpectedChange => ({
  table: 'user',
  kind: 'update',
  rows: 1,
  columns: ['image', 'updated_at'],
  values: { id: arena.userId(person), ...values },
})

const matrix: MatrixOf<typeof actions> = {
  setAvatarAction: {
    kind: 'authenticated',
    limits: ['default.user', 'avatars.user'],
    encoding: 'form',
    stateful: true,
    page: () => '/account',
    as: 'nomad@gatehouse.test',
    input: () => ({ picture: png(blackPng(8)) }),
    fields: [{ path: 'picture', kind: 'file', required: true, wrongFiles, doubleFiles }],
    refusals: ['CONFLICT'],
    changes: (arena) => [
      {
        table: 'avatar',
        kind: 'insert',
        rows: 1,
        values: { user_id: arena.userId('nomad@gatehouse.test') },
        // No part of the uploaded file.
        without: [Buffer.from('<script').toString('hex'), Buffer.from('PNG').toString('hex')],
      },
      versionOf(arena, 'nomad@gatehouse.test'),
      ownChange(arena, 'nomad@gatehouse.test', 'avatars.set', { picture: {} }),
    ],
    answer: 'data',
  },
  removeAvatarAction: {
    kind: 'authenticated',
    limits: ['default.user', 'avatars.user'],
    encoding: 'form',
    stateful: true,
    page: () => '/account',
    as: 'editor@acme.test',
    input: () => ({}),
    fields: [],
    refusals: [],
    changes: (arena) => [
      {
        table: 'avatar',
        kind: 'delete',
        rows: 1,
        values: { user_id: arena.userId('editor@acme.test') },
      },
      versionOf(arena, 'editor@acme.test', { image: null }),
      ownChange(arena, 'editor@acme.test', 'avatars.remove', { picture: {} }),
    ],
    answer: 'data',
  },
}

export const attacks = namedRows('src/features/avatars/actions.ts', matrix)
