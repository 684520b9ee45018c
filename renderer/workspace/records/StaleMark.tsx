/** Says beside a value that nobody has confirmed it for too long. */
import { Hourglass } from 'lucide-react'
import { isoDayOf } from '../../../shared/dates/span.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import classes from './StaleMark.module.css'
import type { Stale } from './staleness.ts'
import { useDates } from './useDates.ts'

export function StaleMark({ stale }: { stale: Stale | undefined }) {
  const t = useT()
  const date = useDates()
  if (!stale) return null
  const { asOf, at } = stale
  return (
    <span className={classes.mark}>
      <Hourglass size={12} strokeWidth={2} aria-hidden />
      {asOf === null
        ? t('records.staleSinceEntry', { date: date(isoDayOf(new Date(at))) })
        : t('records.stale', { date: date(asOf) })}
    </span>
  )
}
