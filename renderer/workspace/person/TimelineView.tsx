/**
 * A person's time line: stays as bars, what happened as marks, uncertain dates as pale stretches, an open end until
 * today. Each part can be reached by the keyboard and says itself; the same is there as a list, and the stays on a map.
 */
import { SegmentedControl } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useMemo, useState } from 'react'
import { type ModelLabels, valueLabel } from '../../../shared/i18n/labels.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { useCall } from '../../shared/bridge/hooks.ts'
import { Panel } from '../../shared/components/Page.tsx'
import { useLabels, useT } from '../../shared/i18n/i18n.ts'
import { RouteView } from '../map/RouteView.tsx'
import { RecordLink } from '../records/RecordLink.tsx'
import { useDates } from '../records/useDates.ts'
import classes from './Timeline.module.css'
import { TimelineDrawing } from './TimelineDrawing.tsx'
import type { Moment, TimelineItem } from './timeline.ts'

/** Words of an item: what, where, when. */
export interface ItemWords {
  what(item: TimelineItem): string
  when(item: TimelineItem): string
}

function useItemWords(): ItemWords {
  const t = useT()
  const labels = useLabels()
  const date = useDates()
  return useMemo(
    () => ({
      what(item) {
        if (item.what === 'stay') return item.place || t('person.unknownPlace')
        const outcome = item.outcome && valueLabel(labels, 'proceeding', 'outcome', item.outcome)
        return [momentWords(t, labels, item), item.place, outcome].filter(Boolean).join(', ')
      },
      when(item) {
        if (item.what === 'moment') return date(item.date)
        return item.to === null
          ? t('person.since', { date: date(item.from) })
          : `${date(item.from)} – ${date(item.to)}`
      },
    }),
    [t, labels, date],
  )
}

function momentWords(t: ReturnType<typeof useT>, labels: ModelLabels, item: Moment): string {
  const { type, record } = item
  if (record?.kind === 'examination') return labels.kinds.examination.one
  if (record?.kind === 'proceeding')
    return type === ''
      ? labels.kinds.proceeding.one
      : valueLabel(labels, 'proceeding', 'stage', type)
  const own = record === null && (type === 'verdict' || type === 'termEnd')
  if (own) return t(`person.moment.${type as 'verdict' | 'termEnd'}`)
  return valueLabel(labels, record?.kind ?? 'incident', 'type', type)
}

interface TimelineViewProps {
  readonly person: RecordId
  readonly items: readonly TimelineItem[]
}

export function TimelineView({ person, items }: TimelineViewProps) {
  const t = useT()
  const words = useItemWords()
  const [as, setAs] = useState('drawing')
  const { ref, width } = useElementSize()
  const route = useCall('insight.route', { person })
  const stops = route.data?.stops ?? []
  const isOnMap = stops.some(({ at }) => at !== null)
  if (items.length === 0) return null
  return (
    <Panel
      title={t('person.timeline')}
      actions={
        <SegmentedControl
          size="xs"
          value={as}
          onChange={setAs}
          aria-label={t('person.timelineAs')}
          data={[
            { value: 'drawing', label: t('person.asDrawing') },
            { value: 'list', label: t('person.asList') },
            ...(isOnMap ? [{ value: 'map', label: t('map.title') }] : []),
          ]}
        />
      }
    >
      <div ref={ref}>
        {as === 'drawing' && width > 0 && (
          <TimelineDrawing items={items} width={width} words={words} />
        )}
        {as === 'list' && <TimelineList items={items} words={words} />}
        {as === 'map' && width > 0 && <RouteView stops={stops} width={width} />}
      </div>
    </Panel>
  )
}

function TimelineList({ items, words }: { items: readonly TimelineItem[]; words: ItemWords }) {
  return (
    <ol className={classes.list}>
      {items.map((item) => (
        <li key={item.key} className={classes.listItem}>
          <span className={classes.listWhen}>{words.when(item)}</span>
          {item.record === null ? (
            <span>{words.what(item)}</span>
          ) : (
            <RecordLink kind={item.record.kind} id={item.record.id}>
              {words.what(item)}
            </RecordLink>
          )}
        </li>
      ))}
    </ol>
  )
}
