import { Card } from '@/components/ui/card'
import { Skeleton } from '@/components/ui/skeleton'

const widths = ['w-44', 'w-36', 'w-52']

export function InvitationListSkeleton() {
  return (
    <>
      <output className="sr-only">Loading invitations</output>
      <Card className="max-w-3xl space-y-4 px-5 py-5">
        <Skeleton className="h-15" />
        <Skeleton className="h-11 w-32 md:h-9" />
      </Card>
      <Card className="divide-y">
        {widths.map((width) => (
          <div key={width} className="flex h-24 items-center px-4 @2xl:h-13 md:h-13 md:px-3">
            <Skeleton className={`h-4 ${width}`} />
          </div>
        ))}
      </Card>
    </>
  )
}
