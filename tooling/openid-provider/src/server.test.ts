import * as openid from 'openid-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approve } from './approve'
import { client } from './client'
import type { Person } from './person'
import { type OpenidProvider, startOpenidProvider } from './server'

const redirectUri = 'http://localhost:3000/callback'
const person: Person = { subject: '1', name: 'Ada', email: 'ada@example.test', emailVerified: true }

let provider: OpenidProvider
let config: openid.Configuration

beforeAll(async () => {
  provider = await startOpenidProvider()
  config = await openid.discovery(new URL(`${provider.url}/oidc`), client.id, client.secret, undefined, {
    execute: [openid.allowInsecureRequests, openid.enableNonRepudiationChecks],
  })
})

afterAll(() => provider.stop())

async function visit(change: Record<string, string> = {}) {
  const codeVerifier = openid.randomPKCECodeVerifier()
  const url = openid.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'openid email',
    state: 'the-state',
    nonce: 'the-nonce',
    code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
    ...change,
  })
  const exchange = (callback: string, verifier = codeVerifier) =>
    openid.authorizationCodeGrant(config, new URL(callback), {
      pkceCodeVerifier: verifier,
      expectedState: 'the-state',
      expectedNonce: 'the-nonce',
      idTokenExpected: true,
    })
  return { url: url.href, exchange }
}

it('signs in as a client of the protocol expects', async () => {
  const { url, exchange } = await visit()
  const tokens = await exchange(await approve(url, person))
  expect(tokens.claims()).toMatchObject({ sub: '1', email: 'ada@example.test', email_verified: true })
  expect(await openid.fetchUserInfo(config, tokens.access_token, '1')).toMatchObject({ name: 'Ada' })
})

describe('refuses', () => {
  it('a code that was used', async () => {
    const { url, exchange } = await visit()
    const callback = await approve(url, person)
    await exchange(callback)
    await expect(exchange(callback)).rejects.toMatchObject({ error: 'invalid_grant' })
  })

  it('a code without its verifier', async () => {
    const { url, exchange } = await visit()
    const callback = await approve(url, person)
    await expect(exchange(callback, openid.randomPKCECodeVerifier())).rejects.toMatchObject({
      error: 'invalid_grant',
    })
  })

  it('a wrong secret', async () => {
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: client.id,
      client_secret: 'x',
    })
    const response = await fetch(`${provider.url}/oidc/token`, { method: 'POST', body })
    expect(response.status).toBe(401)
  })

  it.each<Record<string, string>>([
    { client_id: 'another' },
    { redirect_uri: 'https://evil.example/callback' },
    { redirect_uri: 'http://localhost.evil.example/callback' },
    { response_type: 'token' },
    { code_challenge_method: 'plain' },
    { scope: 'email' },
  ])('to sign anyone in for %o', async (change) => {
    const { url } = await visit(change)
    await expect(approve(url, person)).rejects.toThrow('400')
  })
})
