import type { Attack as LabAttack, EndpointAttacks } from '@/features/lab/catalogue/attack-schema'

import { catalogues } from '@kit/attacks/catalogue/all'
import { anonymous, signedIn } from '@kit/attacks/engine/caller'
import { callsTo } from '@kit/attacks/engine/calls'
import { toCurl } from '@kit/attacks/http/curl'
import { baseUrl } from '@kit/attacks/app/environment'
import { demoPeople } from '@kit/db/demo/demo'
import { asJson } from './as-json'
import { demoArena } from './demo-arena'
import type { Arena } from '@kit/attacks/engine/arena'
import type { Attack, Shot } from '@kit/attacks/engine/attack'
import type { NamedRow } from '@kit/attacks/engine/row'

/** Maximum per attack on a page. */
const SHOWN = 2

/** Bytes. Longer commands are unreadable. */
const LONGEST_BODY = 3000

/** Groups that are refused before the captcha is checked. */
const beforeTheCaptcha = ['origin', 'method', 'page', 'id']

const SOLUTION = /@captcha:[a-zA-Z.]+:[a-z ]+@/g

/**
 * The suite's attacks on an endpoint that can run on their own: each must be refused, needs only the demo data, and is
 * short enough to read.
 */
export function labAttacks(row: NamedRow): EndpointAttacks {
  const arena = demoArena()
  const all = catalogues.flatMap((catalogue) => catalogue(row))
  const chosen = all
    .filter(({ large }) => !large)
    .flatMap((attack) =>
      attack
        .shots(arena)
        .filter((shot) => standsAlone(shot, attack))
        .slice(0, SHOWN)
        .map((shot, place) =>
          template({ attack, shot, id: `${attack.group}.${dashed(attack.name)}.${place + 1}` }),
        ),
    )
  return {
    page: row.page(arena),
    touches: touches(arena, row),
    attacks: [...chosen, ...guesses(arena, row)],
    inSuite: all.length,
  }
}

/** Built from its name, so lab URLs stay valid when attacks are added. */
const dashed = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

function standsAlone({ must, request, caller, refusal, ...shot }: Shot, { group }: Attack): boolean {
  const needsWork = request.body?.includes('@captcha:') && !beforeTheCaptcha.includes(group)
  // A page in response to a form looks the same whether the call succeeded or not.
  const onlyTheDatabaseTells = group !== 'method' && refusal.pages?.includes(200)
  const wantsPast = /^(?:signed out|expired|code pending)/.test(caller.name)
  const { person } = caller
  // The lab signs in demo people only.
  const isForeign = person !== undefined && !demoPeople.some(({ email }) => email === person)
  return (
    must === 'hold' &&
    !shot.arrange &&
    !shot.afterwards &&
    !shot.alongside &&
    !needsWork &&
    !wantsPast &&
    !isForeign &&
    !onlyTheDatabaseTells &&
    (request.body?.length ?? 0) <= LONGEST_BODY
  )
}

interface Fired {
  attack: Pick<Attack, 'group' | 'name'>
  shot: Pick<Shot, 'label' | 'caller' | 'request' | 'refusal'>
  id: string
  times?: number
}

function template({ attack, shot, id, times = 1 }: Fired): LabAttack {
  const { caller, refusal } = shot
  const request = asJson(shot.request, attack.group)
  const body = request.body?.toString('latin1').replaceAll(SOLUTION, 'none') ?? null
  const sent = { ...request, ...(body !== null && { body: Buffer.from(body, 'latin1') }) }
  return {
    id,
    group: attack.group,
    name: attack.name,
    label: shot.label,
    caller: caller.name,
    person: caller.person ?? null,
    method: request.method,
    path: request.path,
    headers: request.headers,
    body,
    curl: toCurl(sent, baseUrl().origin, caller.cookie, ' \\\n  '),
    refusal: {
      ...(refusal.codes && { codes: [...refusal.codes] }),
      ...(refusal.invalid && { invalid: true }),
      ...(refusal.pages && { pages: [...refusal.pages] }),
      ...(refusal.thrown && { thrown: [...refusal.thrown] }),
      ...(refusal.redirect && { redirect: true }),
    },
    times,
  }
}

/** More than are allowed without a captcha, and too few to lock the account. */
const GUESSES = 6

/** Guesses passwords in sequence. `floods.spec.ts` tries more, and with solved captchas. */
function guesses(arena: Arena, row: NamedRow): LabAttack[] {
  if (row.exportName !== 'signInAction') return []
  const request = callsTo(arena, row, anonymous).json({
    email: 'guessed@attack.test',
    password: 'not-the-pass-word',
  })
  const shot = {
    label: `${GUESSES} in a row`,
    caller: anonymous,
    request,
    refusal: { codes: ['CAPTCHA_REQUIRED'] },
  } as const
  const attack = { group: 'limit', name: 'guessing a password' } as const
  return [template({ attack, shot, id: 'limit.guesses', times: GUESSES })]
}

function touches(arena: Arena, row: NamedRow): EndpointAttacks['touches'] {
  const caller = row.as ? signedIn(arena, row.as) : anonymous
  const rows = new Map<string, number>()
  for (const { kind, table, rows: count } of row.changes(arena, row.input(arena), caller.person)) {
    if (count > 0) rows.set(`${kind} ${table}`, (rows.get(`${kind} ${table}`) ?? 0) + count)
  }
  return [...rows].map(([change, count]) => ({ change, rows: count }))
}
