import type { Metadata } from 'next'

import { getSession } from '@kit/auth/session/session'
import { Attack } from '@/components/landing/attack'
import { Attacks } from '@/components/landing/attacks'
import { Chain } from '@/components/landing/chain'
import { Commands } from '@/components/landing/commands'
import { geistMono } from '@/components/landing/geist-mono'
import { Guards } from '@/components/landing/guards'
import { Section } from '@/components/landing/section'
import { Link } from '@/components/link'
import { Logo } from '@/components/logo'
import { Main } from '@/components/main'
import { readTheme } from '@/components/theme/read-theme'
import { TextLink } from '@/components/text-link'
import { ThemeToggle } from '@/components/theme/theme-toggle'
import { buttonVariants } from '@/components/ui/button'
import { currentInstallation } from '@/features/installation/loaders'
import { labIsOpen } from '@/features/lab/access/lab-is-open'

export const metadata: Metadata = {
  description: 'A Next.js starter where every Server Action is guarded, and attacked to prove it.',
}

export default async function LandingPage() {
  const signedIn = Boolean(await getSession())
  const next = labIsOpen() ? 'outline' : 'default'
  return (
    <div className={`${geistMono.variable} mx-auto max-w-6xl px-5 sm:px-8`}>
      <header className="flex items-center gap-2 py-3">
        <Logo className="mr-auto" />
        <nav aria-label="Account">
          <Link
            href={signedIn ? '/organizations/open' : '/sign-in'}
            className={buttonVariants({ variant: signedIn ? 'outline' : 'ghost' })}
          >
            {signedIn ? 'Open the app' : 'Sign in'}
          </Link>
        </nav>
      </header>
      <Main>
        <section className="pt-14 md:pt-24">
          <h1 className="max-w-4xl text-[2.5rem] leading-[1.05] font-semibold tracking-[-0.035em] md:text-[4rem]">
            Every Server Action is a public endpoint. Guard every one.
          </h1>
          <p className="mt-6 max-w-2xl text-lg leading-relaxed text-muted-foreground">
            Gatehouse is a Next.js starter where every action declares who can call it, in which organization
            and on whose data. A test suite attacks each one to prove it.
          </p>
          <div className="mt-8 flex flex-wrap gap-3">
            {labIsOpen() ? (
              <Link href="/lab" className={buttonVariants({ size: 'lg' })}>
                Try an attack
              </Link>
            ) : null}
            {signedIn ? (
              <Link href="/organizations/open" className={buttonVariants({ size: 'lg', variant: next })}>
                Open the app
              </Link>
            ) : (
              <>
                {currentInstallation().signUp === 'invitation' ? null : (
                  <Link href="/sign-up" className={buttonVariants({ size: 'lg', variant: next })}>
                    Create an account
                  </Link>
                )}
                <Link href="/sign-in" className={buttonVariants({ size: 'lg', variant: 'outline' })}>
                  Sign in
                </Link>
              </>
            )}
          </div>
          <div className="mt-14 grid gap-4 md:mt-20 lg:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)]">
            <Chain />
            <Attack />
          </div>
        </section>

        <Section
          id="guards"
          title="What every request has to pass"
          lead="Hiding a button protects nothing: anyone can call the endpoint behind it. Every request goes through these checks in order and stops at the first one that fails."
        >
          <Guards />
        </Section>

        <Section
          id="attacks"
          title="Attacked on every test run"
          lead="The suite reads the list of endpoints from the build. An endpoint without attacks fails the run. Every attack is sent over plain HTTP, then the suite checks that nothing in the database changed that shouldn't have."
        >
          <Attacks />
        </Section>

        <Section
          id="start"
          title="Two commands"
          lead="Start with organizations, roles, tasks, accounts, email, and an audit log. All you need is Node.js."
        >
          <Commands />
        </Section>
      </Main>
      <footer className="mt-24 flex items-center justify-between gap-4 border-t py-6 text-muted-foreground">
        <p>
          Gatehouse · <TextLink href="/contact">Contact</TextLink>
          {labIsOpen() ? (
            <>
              {' · '}
              <TextLink href="/lab">Lab</TextLink>
            </>
          ) : null}
        </p>
        <ThemeToggle theme={await readTheme()} />
      </footer>
    </div>
  )
}
