/** A bar for work that the unlock view waits for. */
import { Progress as Bar } from '@mantine/core'
import type { ReactNode } from 'react'
import { useFormats } from '../shared/format/useFormats.ts'
import { useT } from '../shared/i18n/i18n.ts'
import classes from './Card.module.css'
import type { Progress } from './useProgress.ts'

interface WorkProgressProps {
  readonly label: string
  readonly progress: Progress | undefined
  readonly unit: 'bytes' | 'items'
  /** A way to stop it. */
  readonly children?: ReactNode
}

export function WorkProgress({ label, progress, unit, children }: WorkProgressProps) {
  const t = useT()
  const formats = useFormats()
  const { done = 0, total = 0 } = progress ?? {}
  const percent = total > 0 ? Math.min(100, (100 * done) / total) : undefined
  const show = unit === 'bytes' ? formats.bytes : formats.number
  return (
    <div className={classes.progress}>
      <p className={classes.waiting} role="status">
        {label}
      </p>
      <Bar.Root size={6} radius="xl">
        <Bar.Section
          // Another bar, so that the full one is not seen to run back to the beginning.
          key={percent === undefined ? 'waiting' : 'known'}
          value={percent ?? 100}
          animated={percent === undefined}
          striped={percent === undefined}
          aria-label={label}
          aria-valuetext={percent === undefined ? label : `${Math.floor(percent)} %`}
        />
      </Bar.Root>
      <div className={classes.progressLine}>
        <span>
          {percent !== undefined &&
            t('shell.jobProgress', { done: show(done), total: show(total) })}
        </span>
        {children}
      </div>
    </div>
  )
}
