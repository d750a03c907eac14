import type { ControlResult } from '../control/control-group'
import { AttackReport, type Shown } from './attack-report'
import { ControlReport } from './control-report'

interface Props {
  report: Shown
  mistake: string | undefined
  control: ControlResult | null
}

/** The same attack on both apps, side by side. */
export function ShotReport({ report, mistake, control }: Props) {
  return (
    <div className="grid gap-4 xl:grid-cols-2">
      {mistake !== undefined && control ? (
        // A new shot replaces the last one's result.
        <ControlReport key={JSON.stringify([report, control])} mistake={mistake} result={control} />
      ) : null}
      <AttackReport report={report} />
    </div>
  )
}
