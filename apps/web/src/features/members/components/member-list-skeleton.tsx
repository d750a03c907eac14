import { Card } from '@/components/ui/card'
import { Skeleton } from '@/components/ui/skeleton'

const names = ['w-28', 'w-36', 'w-24', 'w-32', 'w-28']

export function MemberListSkeleton() {
  return (
    <div className="space-y-3">
      <output className="sr-only">Loading members</output>
      <Skeleton className="h-11 md:h-9 md:max-w-80" />
      <Card className="divide-y">
        <div className="flex h-11 items-center px-4 md:h-10 md:px-3">
          <Skeleton className="h-4 w-24" />
        </div>
        {names.map((width, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a fixed list
          <div key={index} className="flex h-17 items-center gap-3 px-4 md:h-11 md:px-3">
            <Skeleton className="size-7 rounded-full" />
            <Skeleton className={`h-4 ${width}`} />
          </div>
        ))}
      </Card>
    </div>
  )
}
