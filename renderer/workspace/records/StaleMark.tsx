/** Says beside a value that nobody has confirmed it for too long. */
import { Tooltip } from '@mantine/core'
import { Hourglass } from 'lucide-react'
import { isoDayOf } from '../../../shared/dates/span.ts'
import type { Stale } from '../../../shared/model/staleness.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import classes from './StaleMark.module.css'
import { useDates } from './useDates.ts'

function useStaleWords(): (stale: Stale) => string {
  const t = useT()
  const date = useDates()
  return ({ asOf, at }) =>
    asOf === null
      ? t('records.staleSinceEntry', { date: date(isoDayOf(new Date(at))) })
      : t('records.stale', { date: date(asOf) })
}

export function StaleMark({ stale }: { stale: Stale | undefined }) {
  const words = useStaleWords()
  if (!stale) return null
  return (
    <span className={classes.mark}>
      <Hourglass size={12} strokeWidth={2} aria-hidden />
      {words(stale)}
    </span>
  )
}

/** The same where there is room for the glass alone, as in a list. */
export function StaleGlass({ stale }: { stale: Stale | undefined }) {
  const words = useStaleWords()
  if (!stale) return null
  return (
    <Tooltip label={words(stale)}>
      <Hourglass
        className={classes.glass}
        size={14}
        strokeWidth={2}
        role="img"
        aria-label={words(stale)}
      />
    </Tooltip>
  )
}
