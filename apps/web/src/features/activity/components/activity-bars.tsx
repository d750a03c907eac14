import { scaleBand, scaleLinear } from 'd3-scale'
import { stack } from 'd3-shape'

import { seriesFills, seriesLabels } from './kind-tones'
import type { ActivityStep, Series } from './activity-steps'

interface ActivityBarsProps {
  steps: ActivityStep[]
  /** Bottom of the bar first. */
  kinds: Series[]
  /** The label of each step, by its start. */
  labels: ReadonlyMap<number, string>
  /** Viewbox width. Text keeps its size when this is close to the rendered width. */
  width: number
  className: string
}

const HEIGHT = 200
const margin = { top: 8, right: 4, bottom: 22, left: 34 }
const LABEL_WIDTH = 76

/** Stacked bars rendered on the server, without scripts or inline styles. Screen readers get the table instead. */
export function ActivityBars({ steps, kinds, labels, width, className }: ActivityBarsProps) {
  const x = scaleBand(
    steps.map(({ from }) => from),
    [margin.left, width - margin.right],
  ).padding(0.2)
  const most = Math.max(1, ...steps.map(({ total }) => total))
  const y = scaleLinear([0, most], [HEIGHT - margin.bottom, margin.top]).nice(4)
  const layers = stack<unknown, ActivityStep, Series>()
    .keys(kinds)
    .value((step, kind) => step.of[kind] ?? 0)(steps)
  const every = Math.ceil((steps.length * LABEL_WIDTH) / width)
  return (
    <svg aria-hidden viewBox={`0 0 ${width} ${HEIGHT}`} className={className}>
      <g className="fill-muted-foreground text-[11px] tabular-nums">
        {y
          .ticks(4)
          .filter(Number.isInteger)
          .map((tick) => (
            <g key={tick}>
              <line
                x1={margin.left}
                x2={width - margin.right}
                y1={y(tick)}
                y2={y(tick)}
                className="stroke-border"
              />
              <text x={margin.left - 6} y={y(tick)} dy="0.32em" textAnchor="end">
                {tick}
              </text>
            </g>
          ))}
        {steps
          .filter((_, index) => index % every === 0)
          .map(({ from }) => (
            <text key={from} x={(x(from) ?? 0) + x.bandwidth() / 2} y={HEIGHT - 5} textAnchor="middle">
              {labels.get(from)}
            </text>
          ))}
      </g>
      {/* Some fills are translucent, and the grid shouldn't show through a bar. */}
      <g className="fill-card">
        {steps.map(({ from, total }) => (
          <rect key={from} x={x(from)} y={y(total)} width={x.bandwidth()} height={y(0) - y(total)} />
        ))}
      </g>
      {layers.map((layer) => (
        <g key={layer.key} className={`${seriesFills[layer.key]} stroke-card`}>
          {layer
            .filter(([low, high]) => high > low)
            .map(({ 0: low, 1: high, data }) => (
              <rect
                key={data.from}
                x={x(data.from)}
                y={y(high)}
                width={x.bandwidth()}
                height={y(low) - y(high)}
                strokeWidth={0.75}
              >
                <title>{`${labels.get(data.from)}: ${seriesLabels[layer.key]}, ${high - low}`}</title>
              </rect>
            ))}
        </g>
      ))}
    </svg>
  )
}
