import { getSession } from '@kit/auth/session/session'
import { readApiKey, tellOtherServer } from '@/api-key'
import { updateUser } from '@/chain/work'
import { signedIn } from '@/signed-in'
import { renameCaller, renameWith } from './actions'
import { NameForm } from './name-form'

async function VersionA() {
  const apiKey = readApiKey()
  const userId = (await getSession())?.user.id ?? ''
  return <NameForm action={renameWith.bind(null, apiKey, userId)} /> // An action in its own file
}

async function VersionB() {
  const apiKey = readApiKey()
  return (
    <NameForm
      action={async (form) => {
        'use server'
        const { id } = await signedIn()
        await updateUser(id, { name: String(form.get('name')) })
        await tellOtherServer(apiKey)
      }}
    />
  )
}

async function VersionC() {
  return <NameForm action={renameCaller} /> // An action in its own file
}

async function VersionD() {
  const userId = (await getSession())?.user.id ?? ''
  return (
    <NameForm
      action={async (form) => {
        'use server'
        await updateUser(userId, { name: String(form.get('name')) })
        await tellOtherServer(readApiKey())
      }}
    />
  )
}

const chains = new Map([
  ['A', VersionA],
  ['B', VersionB],
  ['C', VersionC],
  ['D', VersionD],
])

interface Props {
  searchParams: Promise<{ chain?: string }>
}

export default async function Page({ searchParams }: Props) {
  const chain = chains.get((await searchParams).chain ?? '')
  return chain ? chain() : null
}
