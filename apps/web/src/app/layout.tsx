import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'

import { readUnsent } from '@kit/action-middleware/refusals/unsent-input'
import { TimeZoneCookie } from '@/components/dates/time-zone-cookie'
import { UnsentReply } from '@/components/form/kept/unsent-reply'
import { StalePost } from '@/components/form/stale-post'
import { OfflineNotice } from '@/components/offline/offline-notice'
import { ImpersonationBanner } from '@/features/impersonation/components/impersonation-banner'
import { readTheme } from '@/components/theme/read-theme'
import { Banner } from '@/features/installation/components/banner'
import { readBrowserTimeZone } from '@/lib/dates/read-date-settings'
import { geist } from '@/lib/geist'
import { answers } from '@/lib/request/answer'

import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Gatehouse', template: '%s · Gatehouse' },
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf7' },
    { media: '(prefers-color-scheme: dark)', color: '#0d1311' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [theme, timeZone, unsent] = await Promise.all([readTheme(), readBrowserTimeZone(), readUnsent()])
  const stalePost = answers.getStore()?.stalePost
  return (
    <html lang="en" data-theme={theme === 'system' ? undefined : theme} className={geist.variable}>
      <body>
        <OfflineNotice />
        <a href="#main" className="skip-link">
          Skip to content
        </a>
        <ImpersonationBanner />
        <Banner />
        <TimeZoneCookie rendered={timeZone} />
        <StalePost typed={stalePost}>
          {unsent ? <UnsentReply theme={theme} unsent={unsent} /> : children}
        </StalePost>
      </body>
    </html>
  )
}
