import { redirect } from 'next/navigation'

/** An organization opens on its tasks. */
export default async function OrganizationPage({ params }: { params: Promise<{ organization: string }> }) {
  redirect(`/${(await params).organization}/tasks`)
}
