/** A cell of a list: preferred values of one listed field, ready to read. */
import { Tooltip } from '@mantine/core'
import { GitCompareArrows } from 'lucide-react'
import type { ListRow } from '../../../../shared/contract/records.ts'
import { isoDayOf } from '../../../../shared/dates/span.ts'
import { fieldLabel, valueLabel } from '../../../../shared/i18n/labels.ts'
import { isSealedKind, type OpenKind } from '../../../../shared/model/model.ts'
import { useLabels, useT } from '../../../shared/i18n/i18n.ts'
import { StaleGlass } from '../StaleMark.tsx'
import { StatusBadge } from '../StatusBadge.tsx'
import { useDates } from '../useDates.ts'
import { useTitle } from '../useTitle.ts'
import type { Column } from './columns.ts'
import classes from './RecordGrid.module.css'
import type { FoundBy } from './useReasons.ts'

interface CellProps {
  readonly kind: OpenKind
  readonly row: ListRow
  readonly column: Column
}

export function ListCell({ kind, row, column }: CellProps) {
  const labels = useLabels()
  const date = useDates()
  const t = useT()
  const title = useTitle()
  if (column.by === 'updatedAt')
    return <span className="tabular">{date(isoDayOf(new Date(row.updatedAt)))}</span>
  const values = row.values[column.by] ?? []
  const disagree = row.conflicts.includes(column.by) && (
    <Tooltip label={t('records.disagree')}>
      <GitCompareArrows
        className={classes.conflict}
        size={14}
        role="img"
        aria-label={t('records.disagree')}
      />
    </Tooltip>
  )
  const old = <StaleGlass stale={row.stale[column.by]} />
  const text = (value: string): string => {
    if (column.spec?.type === 'date') return date(value)
    if (column.spec?.type === 'enum') return valueLabel(labels, kind, column.by, value)
    if (column.spec?.type === 'boolean') return t(value === 'true' ? 'common.yes' : 'common.no')
    const target = column.spec?.target
    if (target && !isSealedKind(target) && value !== '') return title(target, value)
    return value
  }
  const status = kind === 'person' && column.by === 'status' ? values[0] : undefined
  if (status !== undefined) {
    return (
      <span className={classes.value}>
        <StatusBadge status={status} />
        {disagree}
        {old}
      </span>
    )
  }
  const shown = values.map(text).join(', ')
  return (
    <span className={classes.value}>
      <span
        className={column.spec?.type === 'date' ? classes.dateText : classes.clipped}
        title={shown}
      >
        {shown}
      </span>
      {disagree}
      {old}
    </span>
  )
}

interface TitleCellProps {
  readonly kind: OpenKind
  readonly row: ListRow
  readonly found: FoundBy | undefined
}

/** The title, and under it why it was found, or another spelling of the name. */
export function TitleCell({ kind, row, found }: TitleCellProps) {
  const t = useT()
  const labels = useLabels()
  const title = useTitle()
  // An incident's title begins with its date, which has a column of its own here.
  const own = kind === 'incident' ? row.title.split(' · ').slice(1).join(' · ') : row.title
  const named = own !== '' && !(kind === 'person' && row.values.names === undefined)
  return (
    <span className={classes.titleCell}>
      <span className={classes.title} data-unnamed={!named || undefined} title={title(kind, own)}>
        {title(kind, own)}
      </span>
      <span className={classes.second}>
        {found && found.matched !== row.title ? (
          <>
            {t(`records.found.${found.type}`)}{' '}
            {kind !== 'person' || found.field !== 'names'
              ? `${fieldLabel(labels, kind, found.field)}: `
              : ''}
            <q className={classes.matched}>{found.matched}</q>
          </>
        ) : (
          otherSpelling(row)
        )}
      </span>
    </span>
  )
}

const CYRILLIC = /\p{Script=Cyrillic}/u

/** A name in the other alphabet than the title's, where one is recorded. */
function otherSpelling(row: ListRow): string {
  const cyrillic = CYRILLIC.test(row.title)
  return row.values.names?.find((name) => CYRILLIC.test(name) !== cyrillic) ?? ''
}
