import 'server-only'
import type { Metadata } from 'next'

import { readReportableMail } from '@kit/auth/mail/reported-mail'
import { IncompleteLink } from '@/features/auth/components/incomplete-link'
import { ReportedMail } from '@/features/mail/components/reported-mail'
import { firstValue } from '@/lib/url/first-value'

export const metadata: Metadata = { title: 'Report an email', robots: { index: false } }

interface Props {
  searchParams: Promise<{ token?: string | string[]; done?: string | string[] }>
}

export default async function ReportEmailPage({ searchParams }: Props) {
  const { token: given, done } = await searchParams
  const token = firstValue(given)
  const mail = token ? await readReportableMail(token) : undefined
  if (!token || !mail) return <IncompleteLink href="/contact">Contact us</IncompleteLink>
  return <ReportedMail mail={mail} token={token} done={firstValue(done)} />
}
