/** One grouping as bars: label, bar, number; the longest bar is the largest group. */
import { useState } from 'react'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { valueLabel } from '../../../shared/i18n/labels.ts'
import { Panel } from '../../shared/components/Page.tsx'
import { useFormats } from '../../shared/format/useFormats.ts'
import { useLabels, useT } from '../../shared/i18n/i18n.ts'
import { useTitle } from '../records/useTitle.ts'
import classes from './Insight.module.css'

type Group = CallOutput<'insight.figures'>['groups'][number]
type Grouping = Group['by']

/** Groups beyond these are shown on demand. */
const SHOWN = 8

/** A group in words: its value is a code, an id, or text as recorded. */
export function useGroupWords(by: Grouping): (value: string, title: string) => string {
  const t = useT()
  const labels = useLabels()
  const titleOf = useTitle()
  return (value, title) => {
    if (value === '') return t('figures.notRecorded')
    if (by === 'status') return valueLabel(labels, 'person', 'status', value)
    return by === 'facility' ? titleOf('facility', title) : value
  }
}

interface GroupPanelProps extends Group {
  readonly onOpen: (value: string, title: string) => void
}

export function GroupPanel({ by, rows, onOpen }: GroupPanelProps) {
  const t = useT()
  const formats = useFormats()
  const wordsOf = useGroupWords(by)
  const [isWhole, setWhole] = useState(false)
  const most = Math.max(...rows.map(({ people }) => people), 1)
  // Years are a row in time: none is left out.
  const shown = isWhole || by === 'year' || rows.length <= SHOWN + 1 ? rows : rows.slice(0, SHOWN)
  const rest = rows.length - shown.length
  return (
    <Panel title={t(`figures.by.${by}`)}>
      <p className={classes.definition}>{t(`figures.byDefinition.${by}`)}</p>
      <ul className={classes.bars}>
        {shown.map(({ value, title, people }) => (
          <li key={value}>
            <button
              type="button"
              className={classes.bar}
              data-unknown={value === '' || undefined}
              onClick={() => onOpen(value, title)}
            >
              <span className={classes.barWords}>{wordsOf(value, title)}</span>
              <svg
                className={classes.track}
                viewBox="0 0 100 1"
                preserveAspectRatio="none"
                aria-hidden
              >
                <rect width={(100 * people) / most} height="1" />
              </svg>
              <span className={classes.barNumber}>{formats.number(people)}</span>
            </button>
          </li>
        ))}
      </ul>
      {(rest > 0 || isWhole) && (
        <button type="button" className={classes.more} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('figures.fewer') : t('figures.more', { count: rest })}
        </button>
      )}
    </Panel>
  )
}
