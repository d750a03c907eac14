import { createServer, type IncomingMessage, type Server } from 'node:http'
import { once } from 'node:events'
import { authorizationIn, callbackOf } from './authorize'
import { realms, type Realm } from './client'
import { Grants, isClient } from './grants'
import type { Person } from './person'
import { signInPage } from './page'
import { claimsOf, newSigner, type Signer } from './tokens'

interface Reply {
  status: number
  body?: unknown
  html?: string
  location?: string
}

interface Provider {
  url: string
  grants: Grants
  signers: Record<Realm, Signer>
  people: readonly Person[]
}

interface Call {
  realm: Realm
  issuer: string
  query: URLSearchParams
  form: URLSearchParams
  method: string
  authorization: string | undefined
}

const invalid = (error: string, status = 400): Reply => ({ status, body: { error } })

/** The sign-in page has two paths: OpenID Connect discovers its URL, GitHub's is fixed. */
const endpoints: Record<string, (call: Call, provider: Provider) => Reply | Promise<Reply>> = {
  '/.well-known/openid-configuration': ({ issuer }) => ({ status: 200, body: metadataOf(issuer) }),
  '/jwks': ({ realm }, { signers }) => ({ status: 200, body: signers[realm].keys }),
  '/authorize': authorize,
  '/login/oauth/authorize': authorize,
  '/token': exchange,
  '/login/oauth/access_token': exchange,
  '/userinfo': ({ realm, authorization }, { grants }) => {
    const person = grants.ofToken(realm, authorization)?.person
    if (!person) return invalid('invalid_token', 401)
    const sub = person.fault === 'another-subject' ? `${person.subject}x` : person.subject
    return { status: 200, body: { sub, ...claimsOf(person) } }
  },
  '/api/v3/user': ({ realm, authorization }, { grants }) => {
    const person = grants.ofToken(realm, authorization)?.person
    return person
      ? { status: 200, body: { id: Number(person.subject), login: person.name, name: person.name } }
      : invalid('Bad credentials', 401)
  },
  '/api/v3/user/emails': ({ realm, authorization }, { grants }) => {
    const person = grants.ofToken(realm, authorization)?.person
    if (!person) return invalid('Bad credentials', 401)
    const { email, emailVerified: verified } = person
    const hidden = { email: `${person.subject}@users.noreply.test`, primary: false, verified: true }
    return { status: 200, body: [hidden, { email, primary: true, verified }] }
  },
}

function metadataOf(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    authorization_response_iss_parameter_supported: true,
  }
}

function authorize({ realm, issuer, query, form, method }: Call, { grants, people }: Provider): Reply {
  const request = authorizationIn(realm, query)
  if (typeof request === 'string') return invalid(request)
  if (method === 'GET') return { status: 200, html: signInPage(realm, people) }
  return { status: 303, location: callbackOf({ realm, issuer, grants }, request, form) }
}

async function exchange(
  { realm, issuer, form, authorization }: Call,
  { grants, signers }: Provider,
): Promise<Reply> {
  if (!isClient(authorization, form)) return invalid('invalid_client', 401)
  const exchanged = grants.exchange(realm, form)
  if (!exchanged) return invalid('invalid_grant')
  const access = { access_token: exchanged.token, token_type: 'bearer' }
  if (realm === 'github') return { status: 200, body: { ...access, scope: 'user:email' } }
  const id_token = await signers[realm].idToken(issuer, exchanged.grant)
  return { status: 200, body: { ...access, expires_in: 300, id_token } }
}

async function reply(request: IncomingMessage, provider: Provider): Promise<Reply> {
  const url = new URL(request.url ?? '/', provider.url)
  const realm = realms.find((one) => url.pathname.startsWith(`/${one}/`))
  const endpoint = realm && endpoints[url.pathname.slice(realm.length + 1)]
  if (!endpoint) return invalid('not_found', 404)
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const form = new URLSearchParams(Buffer.concat(chunks).toString())
  const { authorization } = request.headers
  const method = request.method ?? 'GET'
  return endpoint(
    { realm, issuer: `${provider.url}/${realm}`, query: url.searchParams, form, method, authorization },
    provider,
  )
}

export interface OpenidProvider {
  url: string
  stop: () => Promise<void>
}

/**
 * Serves GitHub, Google and an OpenID provider for development and tests, on loopback, below `/github`, `/google` and `/oidc`.
 * Anyone can sign in as anyone.
 * @param options.port 0 picks a free one
 * @param options.people shown to choose from
 * @param options.reusableCodes whether a code works more than once, against the protocol
 */
export async function startOpenidProvider({
  port = 0,
  people = [],
  reusableCodes = false,
}: { port?: number; people?: readonly Person[]; reusableCodes?: boolean } = {}): Promise<OpenidProvider> {
  const provider: Provider = {
    url: '',
    grants: new Grants(reusableCodes),
    signers: { oidc: await newSigner(), google: await newSigner(), github: await newSigner() },
    people,
  }
  const server = createServer(async (request, response) => {
    const { status, body, html, location } = await reply(request, provider).catch(() =>
      invalid('server_error', 500),
    )
    response.writeHead(status, {
      'cache-control': 'no-store',
      'content-type': html === undefined ? 'application/json' : 'text/html; charset=utf-8',
      ...(location && { location }),
    })
    response.end(html ?? (body === undefined ? undefined : JSON.stringify(body)))
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  provider.url = `http://127.0.0.1:${portOf(server)}`
  return {
    url: provider.url,
    stop: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

function portOf(server: Server): number {
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('The provider has no port.')
  return address.port
}
