import 'server-only'
import { notFound } from 'next/navigation'

import { env } from '@kit/env'

import { readAttacks, readExtraCode, readLessonCode, readRules } from './catalogue/attack-files'
import { readInventory, type LabEndpoint } from './catalogue/inventory'
import { labIsOpen } from './access/lab-is-open'
import type { Code } from './lessons/code-schema'
import type { Lesson } from './lessons/lesson'
import { lessons } from './lessons/lessons'
import type { Extra } from './lessons/extra/extra'
import { extras } from './lessons/extra/extras'
import { markAnswer } from './questions/mark-answer'
import type { AskedQuestion } from './questions/question'
import { questions } from './questions/questions'
import { mistakeOf } from './lessons/mistake-of'
import { readSolved } from './progress/progress-cookie'
import { isSolved } from './progress/steps'
import { recentRefusals } from './firing/recent-refusals'
import { resolveAttack } from './firing/resolve-attack'
import type { RawRequest } from './firing/send-to-loopback'

/** Every endpoint with its guards. 404 if the lab is closed. */
export async function loadInventory(): Promise<LabEndpoint[]> {
  if (!labIsOpen()) notFound()
  return readInventory()
}

/** Endpoints that can be attacked. 404 if the lab is closed. */
export async function loadTargets(): Promise<LabEndpoint[]> {
  const endpoints = await loadInventory()
  return endpoints.filter(({ file }) => !file.includes('features/lab/'))
}

/** The attacks on an endpoint and what the allowed call changes. 404 if the lab is closed. */
export async function loadAttacks(endpoint: string) {
  if (!labIsOpen()) notFound()
  return (await readAttacks(endpoint)) ?? notFound()
}

/** The lessons in order. 404 if the lab is closed. */
export function loadLessons(): readonly Lesson[] {
  if (!labIsOpen()) notFound()
  return lessons
}

/** A lesson with its code. 404 if the lab is closed. */
export async function loadLesson(slug: string) {
  const lesson = loadLessons().find((candidate) => candidate.slug === slug) ?? notFound()
  const code = (await readLessonCode())[slug] ?? notFound()
  return { lesson, code }
}

/** The endpoints without a lesson, in order. 404 if the lab is closed. */
export function loadExtras(): readonly Extra[] {
  if (!labIsOpen()) notFound()
  return extras
}

/** An endpoint without a lesson. 404 if the lab is closed. */
export const loadExtra = (slug: string): Extra =>
  loadExtras().find((candidate) => candidate.slug === slug) ?? notFound()

/** The code of an endpoint without a lesson. 404 if the lab is closed. */
export async function loadExtraCode(slug: string): Promise<Code | null> {
  if (!labIsOpen()) notFound()
  return readExtraCode(slug)
}

/** The questions in order, with the right answers to those that are solved. 404 if the lab is closed. */
export function loadQuestions(solved: readonly string[]): AskedQuestion[] {
  if (!labIsOpen()) notFound()
  return questions.map(({ id, text, answers, right }) => ({
    id,
    text,
    answers,
    found: isSolved(solved, `${id}.answer`) ? { ...markAnswer(id, right), answer: right } : undefined,
  }))
}

/** The text of an audit rule's page. 404 if the lab is closed. */
export async function loadRule(rule: string): Promise<string> {
  if (!labIsOpen()) notFound()
  return (await readRules()).get(rule) ?? notFound()
}

/** What this visitor has solved. 404 if the lab is closed. */
export async function loadSolved(): Promise<string[]> {
  if (!labIsOpen()) notFound()
  return readSolved()
}

/** Recent refusals of an action by name. 404 if the lab is closed. */
export async function loadRecentRefusals(action: string | null) {
  if (!labIsOpen()) notFound()
  return recentRefusals(action)
}

/** One attack, ready to send except for the cookie. 404 if the lab is closed. */
export async function loadAttack(endpoint: string, id: string) {
  const { attacks, touches } = await loadAttacks(endpoint)
  const attack = attacks.find((candidate) => candidate.id === id) ?? notFound()
  const { curl, label, request } = await resolveAttack(attack)
  const { method, path, headers, body } = request
  return {
    ...attack,
    curl,
    label,
    touches,
    /** The control group's mistake, if the attack is about one and can run there. */
    mistake: env().UNGUARDED_PORT === undefined ? undefined : mistakeOf({ endpoint, attack: id }),
    /** The request for the browser. Null if no browser could send it. */
    browserCall: isForBrowsers(request)
      ? { method, path, headers: settable(headers), body: body?.toString('latin1') ?? null }
      : null,
  }
}

/** Headers that only the browser can set. */
const forbidden = /^(?:cookie|host|origin|sec-fetch-.*|content-length|connection|transfer-encoding)$/i

function isForBrowsers({ method, headers, body }: RawRequest): boolean {
  if (method !== 'POST' && body !== null) return false
  const own: Record<string, string> = {
    Origin: env().APP_URL,
    'Sec-Fetch-Site': 'same-origin',
    'Sec-Fetch-Mode': 'cors',
    'Sec-Fetch-Dest': 'empty',
  }
  const asTheBrowser = Object.entries(own).every(([name, value]) => headers[name] === value)
  return asTheBrowser && Object.keys(headers).every((name) => name in own || !forbidden.test(name))
}

function settable(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !forbidden.test(name)))
}
