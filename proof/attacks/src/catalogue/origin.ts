import { baseUrl } from '../app/environment'
import type { Attack, Catalogue, Refusal } from '../engine/attack'
import { signedIn } from '../engine/caller'
import { callsTo } from '../engine/calls'
import { recordedOnce } from '../engine/recorded'

const none = { 'Sec-Fetch-Site': '', 'Sec-Fetch-Mode': '', 'Sec-Fetch-Dest': '' }

/** Another site makes a visitor's browser call with the visitor's cookies (CSRF). */
export const origin: Catalogue = (row) => {
  const { origin: own, host, hostname, port } = baseUrl()
  const byUs: Refusal = { codes: ['FOREIGN_ORIGIN'] }
  // The framework compares hosts and throws on an unparsable header before our code runs.
  const byTheFramework: Refusal = { thrown: [500], pages: [500] }
  const either = { ...byUs, ...byTheFramework }

  const attack = (name: string, sent: Record<string, string>[], refusal: Refusal): Attack => ({
    group: 'origin',
    name,
    shots: (arena) => {
      // Always with a session, because the attack abuses the cookies.
      const caller = signedIn(arena, row.as ?? 'editor@acme.test')
      const calls = callsTo(arena, row, caller)
      return sent.map((headers) => ({
        label: JSON.stringify(headers),
        caller,
        request: calls.likeTheApp(row.input(arena), { headers: { ...none, ...headers } }),
        must: 'hold',
        refusal,
      }))
    },
  })

  const spread = (...args: Parameters<typeof attack>): Attack => ({ ...attack(...args), spread: 'both' })

  return [
    // Runs before those that the framework refuses, whose counts could be mistaken for this one.
    {
      group: 'origin',
      name: 'the refusal is recorded',
      shots: (arena) => {
        const caller = signedIn(arena, row.as ?? 'editor@acme.test')
        const headers = { Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example' }
        return [
          {
            label: 'once',
            caller,
            request: callsTo(arena, row, caller).likeTheApp(row.input(arena), { headers }),
            must: 'hold',
            refusal: byUs,
            ...recordedOnce(arena, 'foreign-origin'),
          },
        ]
      },
    },
    spread(
      'foreign Origin',
      [
        { Origin: 'https://evil.example' },
        { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'same-origin' },
      ],
      byTheFramework,
    ),
    spread(
      'null Origin',
      [{ Origin: 'null' }, { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' }],
      byTheFramework,
    ),
    attack('no Origin, with cookies', [{ Origin: '' }], byUs),
    spread(
      'no Origin, cross-site Sec-Fetch-Site',
      ['cross-site', 'same-site', 'none', 'SAME-ORIGIN', 'same-origin, cross-site'].map((site) => ({
        Origin: '',
        'Sec-Fetch-Site': site,
      })),
      byUs,
    ),
    spread(
      'foreign Origin under a forged X-Forwarded-Host',
      [
        { Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example' },
        { Origin: 'https://evil.example', 'X-Forwarded-Host': `evil.example, ${host}` },
        {
          Origin: 'https://evil.example',
          'X-Forwarded-Host': 'evil.example',
          'Sec-Fetch-Site': 'same-origin',
        },
        { Origin: 'http://evil.example', 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'http' },
        { Origin: 'null', 'X-Forwarded-Host': 'null' },
      ],
      byUs,
    ),
    spread(
      'foreign Origin under a forged Host',
      [
        { Origin: 'http://evil.example', Host: 'evil.example' },
        { Origin: 'null', Host: 'null' },
      ],
      byUs,
    ),
    spread(
      'a look-alike Origin',
      [
        own.replace('http:', 'https:'),
        `http://${hostname}`,
        `http://${hostname}:${Number(port) + 1}`,
        `${own}.evil.example`,
        `http://evil.${host}`,
        `${own}/`,
        `http://user@${host}`,
        own.toUpperCase(),
        own.replace('http:', 'HTTP:'),
        `http://${hostname === 'localhost' ? '127.0.0.1' : 'localhost'}:${port}`,
      ].map((Origin) => ({ Origin })),
      either,
    ),
    spread(
      'an invalid Origin',
      [
        'evil',
        '://',
        'http://',
        'file://',
        `${own} https://evil.example`,
        `${own}, ${own}`,
        'javascript:1',
        'undefined',
      ].map((Origin) => ({ Origin })),
      either,
    ),
    {
      group: 'origin',
      name: 'a plain form on another site',
      spread: 'both',
      shots: (arena) => {
        const caller = signedIn(arena, row.as ?? 'editor@acme.test')
        const calls = callsTo(arena, row, caller)
        const sent: Record<string, string>[] = [
          { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
          { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' },
          { Origin: '', 'Sec-Fetch-Site': 'cross-site' },
          { Origin: '', 'Sec-Fetch-Site': '' },
          { Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example' },
        ]
        return sent.map((headers) => ({
          label: JSON.stringify(headers),
          caller,
          request: row.stateful
            ? calls.boundForm(row.input(arena), { headers })
            : calls.plainForm(row.input(arena), { headers }),
          must: 'hold',
          // The sign-in page redirects signed-in users.
          refusal: { pages: [200, 401, 403, 404, 500], redirect: (to) => to === '/organizations/open' },
        }))
      },
    },
  ]
}
