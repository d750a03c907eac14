import type { CSSProperties, ReactNode } from 'react'
import { Body } from '@react-email/body'
import { Button } from '@react-email/button'
import { Container } from '@react-email/container'
import { Head } from '@react-email/head'
import { Heading } from '@react-email/heading'
import { Hr } from '@react-email/hr'
import { Html } from '@react-email/html'
import { Link } from '@react-email/link'
import { Preview } from '@react-email/preview'
import { Text } from '@react-email/text'

const font = '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, Helvetica, Arial, sans-serif'

const styles = {
  body: { margin: 0, padding: '32px 16px', backgroundColor: '#f4f4f5', fontFamily: font },
  card: {
    maxWidth: '480px',
    padding: '32px',
    backgroundColor: '#ffffff',
    border: '1px solid #e4e4e7',
    borderRadius: '12px',
  },
  brand: { margin: '0 0 24px', color: '#71717a', fontSize: '13px', fontWeight: 600, letterSpacing: '0.02em' },
  heading: { margin: '0 0 12px', color: '#18181b', fontSize: '22px', lineHeight: '30px', fontWeight: 600 },
  text: { margin: '0 0 16px', color: '#3f3f46', fontSize: '15px', lineHeight: '24px' },
  button: {
    display: 'inline-block',
    margin: '8px 0 24px',
    padding: '12px 20px',
    borderRadius: '8px',
    backgroundColor: '#18181b',
    color: '#fafafa',
    fontSize: '15px',
    fontWeight: 600,
    textDecoration: 'none',
  },
  small: { margin: '0 0 8px', color: '#71717a', fontSize: '13px', lineHeight: '20px' },
  rule: { margin: '24px 0 16px', borderColor: '#e4e4e7' },
  footerLink: { color: '#71717a', textDecoration: 'underline' },
  link: { color: '#52525b', fontSize: '13px', wordBreak: 'break-all', textDecoration: 'underline' },
} satisfies Record<string, CSSProperties>

// Inline styles win over style sheets, so this needs !important. Clients that drop <style> keep the light design.
// <Body> repeats
// its color on a table cell for clients that drop the body.
const darkStyles = `@media (prefers-color-scheme: dark) {
  .page, .page > table > tbody > tr > td { background-color: #09090b !important; }
  .card { background-color: #18181b !important; border-color: #27272a !important; }
  .rule { border-color: #27272a !important; }
  .strong { color: #fafafa !important; }
  .text { color: #d4d4d8 !important; }
  .faint { color: #a1a1aa !important; }
  .action { background-color: #fafafa !important; color: #18181b !important; }
}`

/** The link in every email for recipients who didn't ask for it. */
export interface Reportable {
  reportUrl: string
}

/** The layout of every email. `preview` is the text clients show next to the subject. */
export function Layout(props: Reportable & { preview: string; heading: string; children: ReactNode }) {
  return (
    <Html lang="en">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{darkStyles}</style>
      </Head>
      <Preview>{props.preview}</Preview>
      <Body className="page" style={styles.body}>
        <Container className="card" style={styles.card}>
          <Text className="faint" style={styles.brand} data-skip-in-text="true">
            Gatehouse
          </Text>
          <Heading className="strong" style={styles.heading}>
            {props.heading}
          </Heading>
          {props.children}
          <Hr className="rule" style={styles.rule} />
          <FinePrint>
            Didn't expect this email?{' '}
            <Link className="faint" href={props.reportUrl} style={styles.footerLink}>
              Report or block it
            </Link>
          </FinePrint>
        </Container>
      </Body>
    </Html>
  )
}

export function Paragraph(props: { children: ReactNode }) {
  return (
    <Text className="text" style={styles.text}>
      {props.children}
    </Text>
  )
}

export function FinePrint(props: { children: ReactNode }) {
  return (
    <Text className="faint" style={styles.small}>
      {props.children}
    </Text>
  )
}

export function Action(props: { href: string; children: ReactNode }) {
  return (
    <Button className="action" href={props.href} style={styles.button}>
      {props.children}
    </Button>
  )
}

/** The full URL, for clients that don't show the button. The text body has it already. */
export function FullUrl(props: { href: string }) {
  return (
    <div data-skip-in-text="true">
      <FinePrint>If the button doesn't work, copy this link into your browser:</FinePrint>
      <Link className="faint" href={props.href} style={styles.link}>
        {props.href}
      </Link>
    </div>
  )
}
