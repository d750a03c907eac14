'use client'

import { PageHeader } from '@/components/page-header'
import { Card } from '@/components/ui/card'
import { Skeleton } from '@/components/ui/skeleton'

const rows = ['w-3/5', 'w-2/5', 'w-1/2', 'w-3/4', 'w-2/5', 'w-3/5', 'w-1/3', 'w-1/2']

export function TaskListSkeleton() {
  return (
    <div className="space-y-3">
      <div className="pb-2">
        <PageHeader title="Tasks" actions={<Skeleton className="h-11 w-28 md:h-9" />} />
      </div>
      <output className="sr-only">Loading tasks</output>
      <div className="grid grid-cols-2 gap-2 md:flex">
        <Skeleton className="col-span-2 h-11 md:h-9 md:flex-1" />
        <Skeleton className="h-11 md:h-9 md:w-24" />
        <Skeleton className="h-11 md:h-9 md:w-24" />
        <Skeleton className="h-11 md:h-9 md:w-40" />
        <Skeleton className="h-11 md:h-9 md:w-36" />
      </div>
      <Card className="divide-y">
        <div className="flex h-11 items-center px-4 md:h-10 md:px-3">
          <Skeleton className="h-4 w-32" />
        </div>
        {rows.map((width, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a fixed list
          <div key={index} className="flex h-26 flex-col justify-center gap-3 px-4 md:h-11 md:px-3">
            <Skeleton className={`h-4 ${width}`} />
            <Skeleton className="h-4 w-1/2 md:hidden" />
          </div>
        ))}
      </Card>
    </div>
  )
}
