import { getSession } from '@kit/auth/session/session'
import { Link } from '@/components/link'
import { Logo } from '@/components/logo'
import { Main } from '@/components/main'
import { TextLink } from '@/components/text-link'
import { readTheme } from '@/components/theme/read-theme'
import { ThemeToggle } from '@/components/theme/theme-toggle'
import { buttonVariants } from '@/components/ui/button'

export default async function LandingPage() {
  const signedIn = Boolean(await getSession())
  return (
    <div className="mx-auto flex min-h-svh max-w-6xl flex-col px-5 sm:px-8">
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
      <Main className="my-auto py-16 md:py-24">
        <h1 className="text-[2.5rem] leading-[1.05] font-semibold tracking-[-0.035em] md:text-[4rem]">
          Gatehouse
        </h1>
        <p className="mt-6 max-w-xl text-lg leading-relaxed text-muted-foreground">
          Everything your organization works on, in one place.
        </p>
        <div className="mt-8 flex flex-wrap gap-3">
          <Link
            href={signedIn ? '/organizations/open' : '/sign-up'}
            className={buttonVariants({ size: 'lg' })}
          >
            {signedIn ? 'Open the app' : 'Sign up'}
          </Link>
          {signedIn ? null : (
            <Link href="/sign-in" className={buttonVariants({ size: 'lg', variant: 'outline' })}>
              Sign in
            </Link>
          )}
        </div>
      </Main>
      <footer className="flex items-center justify-between gap-4 border-t py-6 text-muted-foreground">
        <p>
          Gatehouse · <TextLink href="/contact">Contact</TextLink>
        </p>
        <ThemeToggle theme={await readTheme()} />
      </footer>
    </div>
  )
}
