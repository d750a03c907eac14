import { Card } from '@/components/ui/card'
import { Skeleton } from '@/components/ui/skeleton'

const lines = ['w-64', 'w-52', 'w-72', 'w-60', 'w-48', 'w-64']

export function ActivitySkeleton() {
  return (
    <div className="space-y-4">
      <output className="sr-only">Loading activity</output>
      <Skeleton className="h-11 w-40 md:h-9" />
      <Skeleton className="h-11 md:h-9 md:max-w-lg" />
      <Card className="divide-y">
        {lines.map((width, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a fixed list
          <div key={index} className="flex h-12 items-center px-4">
            <Skeleton className={`h-4 ${width}`} />
          </div>
        ))}
      </Card>
    </div>
  )
}
