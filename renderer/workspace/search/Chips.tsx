/** The filters of the search, before what is typed. Each can be taken away. */
import { X } from 'lucide-react'
import type { SearchFilter } from '../../../shared/contract/search.ts'
import { useLabels, useT } from '../../shared/i18n/i18n.ts'
import { KIND_ICONS } from '../shell/navigation.ts'
import { filterWords } from './filterOffers.ts'
import classes from './Search.module.css'

interface ChipsProps {
  readonly filters: readonly SearchFilter[]
  onDrop(filter: SearchFilter): void
}

export function Chips({ filters, onDrop }: ChipsProps) {
  const t = useT()
  const labels = useLabels()
  return filters.map((filter) => {
    const words = filterWords(filter, labels)
    const Icon = KIND_ICONS[filter.kind]
    return (
      <span key={JSON.stringify(filter)} className={classes.chip}>
        <Icon size={13} strokeWidth={1.8} aria-hidden />
        <span className={classes.chipWords}>{words}</span>
        <button
          type="button"
          className={classes.chipDrop}
          aria-label={t('search.removeFilter', { filter: words })}
          onClick={() => onDrop(filter)}
        >
          <X size={13} aria-hidden />
        </button>
      </span>
    )
  })
}
