import type { ReactNode } from 'react'

import { PlainPage } from '@/components/plain-page'
import { readTheme } from '@/components/theme/read-theme'

export default async function AuthLayout({ children }: { children: ReactNode }) {
  return <PlainPage theme={await readTheme()}>{children}</PlainPage>
}
