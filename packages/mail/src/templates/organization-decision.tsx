import type { MailProps } from '../kinds'
import { Action, FinePrint, Layout, Paragraph, type Reportable } from './layout'

type Props = MailProps<'organizationDecision'>

export const organizationDecisionSubjects: Readonly<Record<Props['decision'], string>> = {
  suspended: 'Your organization is suspended',
  restored: 'Your organization is no longer suspended',
  'deletion-scheduled': 'Your organization will be deleted',
  'deletion-canceled': "Your organization won't be deleted",
}

/** What an administrator did. The organization's pages show the reason. */
function sentence({ decision, organization, until }: Props): string {
  const it = organization ? `your organization “${organization}”` : 'your organization'
  const sentences: Readonly<Record<Props['decision'], string>> = {
    suspended: `An administrator suspended ${it}. Members can open it and see why, but nothing in it can be changed. Nothing is lost.`,
    restored: `An administrator ended the suspension of ${it}. Members can work in it again.`,
    'deletion-scheduled': `An administrator decided to delete ${it}${until ? ` on ${until} (UTC)` : ''}. Until then, members can open it, but nothing in it can be changed. Contact us if you want to keep it.`,
    'deletion-canceled': `An administrator canceled the deletion of ${it}. Nothing is lost.`,
  }
  return sentences[decision]
}

/** Sent to an organization's owners after a super-admin's decision about it. */
export function OrganizationDecisionNotice({ reportUrl, ...props }: Reportable & Props) {
  const subject = organizationDecisionSubjects[props.decision]
  return (
    <Layout reportUrl={reportUrl} preview={subject} heading={subject}>
      <Paragraph>{sentence(props)}</Paragraph>
      <Paragraph>Open it: {props.organizationUrl}</Paragraph>
      <Action href={props.contactUrl}>Contact us</Action>
      <FinePrint>Write to us if you have questions or think this is a mistake.</FinePrint>
    </Layout>
  )
}
