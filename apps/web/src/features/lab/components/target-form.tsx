import Form from 'next/form'

import { Button } from '@/components/ui/button'
import { Label } from '@/components/ui/label'
import { NativeSelect } from '@/components/ui/native-select'

import type { LabEndpoint } from '../catalogue/inventory'
import { featureOf } from '../catalogue/inventory-labels'

/** Selects the endpoint. */
export function TargetForm({ targets, current }: { targets: readonly LabEndpoint[]; current: string }) {
  const features = [...new Set(targets.map(featureOf))]
  return (
    <Form action="/lab/attack" scroll={false} className="space-y-1.5">
      <Label htmlFor="endpoint">Endpoint</Label>
      <div className="flex gap-2">
        <NativeSelect
          id="endpoint"
          name="endpoint"
          defaultValue={current}
          key={current}
          className="min-w-0 flex-1"
        >
          {features.map((feature) => (
            <optgroup key={feature} label={feature}>
              {targets
                .filter((target) => featureOf(target) === feature)
                .map(({ exportName }) => (
                  <option key={exportName}>{exportName}</option>
                ))}
            </optgroup>
          ))}
        </NativeSelect>
        <Button type="submit" variant="outline">
          Show
        </Button>
      </div>
    </Form>
  )
}
