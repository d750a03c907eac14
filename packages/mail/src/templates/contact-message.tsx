import { Fragment } from 'react'
import { FinePrint, Layout, Paragraph, type Reportable } from './layout'

/** A visitor's message. All three values are untrusted and shown as text. */
export function ContactMessage(props: Reportable & { name: string; email: string; message: string }) {
  const lines = props.message.split(/\r\n|\r|\n/)
  return (
    <Layout
      reportUrl={props.reportUrl}
      preview={`${props.name} sent a message through the contact form.`}
      heading="New message from the contact form"
    >
      <Paragraph>
        {lines.map((line, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- lines have no ID and are never reordered
          <Fragment key={index}>
            {index > 0 ? <br /> : null}
            {line}
          </Fragment>
        ))}
      </Paragraph>
      <FinePrint>
        From <bdi>{props.name}</bdi> (<bdi>{props.email}</bdi>). This email is not verified.
      </FinePrint>
    </Layout>
  )
}
