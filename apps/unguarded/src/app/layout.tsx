import type { Metadata } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'

import './globals.css'

export const metadata: Metadata = { title: 'Unguarded', robots: { index: false, follow: false } }

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <p role="note" className="warning">
          <strong>Vulnerable on purpose.</strong> This is the control group of Gatehouse: every action here
          makes one mistake, and an attack has to succeed here before it counts. Only this machine can reach
          it. Don't enter real data. <Link href="/">All mistakes</Link>
        </p>
        <main>{children}</main>
      </body>
    </html>
  )
}
