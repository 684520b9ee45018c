/** Where a person was moved, on the map and as a numbered list. */
import { useMemo, useState } from 'react'
import type { RouteStop } from '../../../shared/contract/insight.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import { RecordLink } from '../records/RecordLink.tsx'
import { useDates } from '../records/useDates.ts'
import classes from './Map.module.css'
import { MapDrawing, type MapSpot, type SpotWords } from './MapDrawing.tsx'
import { spotKey, spotsOf } from './spots.ts'
import { useLand } from './useLand.ts'

const HEIGHT = 320
const RADIUS = 11

type Numbered = RouteStop & { readonly number: number }

interface RouteViewProps {
  readonly stops: readonly RouteStop[]
  readonly width: number
}

export function RouteView({ stops, width }: RouteViewProps) {
  const t = useT()
  const date = useDates()
  const land = useLand()
  const [selected, setSelected] = useState<readonly string[]>([])
  const numbered = useMemo(
    () => stops.map((stop, index): Numbered => ({ ...stop, number: index + 1 })),
    [stops],
  )
  const places = useMemo(() => spotsOf(numbered), [numbered])
  const spots = useMemo(() => places.map((spot): MapSpot => ({ ...spot, people: 1 })), [places])
  const ways = useMemo(() => {
    const known = numbered.flatMap(({ at }) => (at ? [spotKey(at)] : []))
    return known.flatMap((from, index) => {
      const to = known[index + 1]
      return to === undefined || to === from ? [] : [{ from, to, people: 1 }]
    })
  }, [numbered])
  const wordsOf = (keys: readonly string[]): SpotWords => {
    const here = places.filter(({ key }) => keys.includes(key)).flatMap(({ items }) => items)
    const numbers = here
      .map(({ number }) => number)
      .toSorted((a, b) => a - b)
      .join(', ')
    const label = [...new Set(here.map(({ title }) => title))].join(', ')
    return { label, inside: numbers, said: `${numbers}. ${label}` }
  }
  const period = ({ from, to }: RouteStop): string =>
    from === null && to === null
      ? ''
      : to === null && from !== null
        ? t('person.since', { date: date(from) })
        : `${from === null ? '…' : date(from)} – ${to === null ? '…' : date(to)}`
  return (
    <>
      <div className={classes.canvas}>
        {land.data && (
          <MapDrawing
            {...{ land: land.data, spots, ways, width, height: HEIGHT, selected, wordsOf }}
            wordsOfWay={(people) => t('map.moved', { count: people })}
            radius={() => RADIUS}
            onSelect={setSelected}
            isInPage
          />
        )}
      </div>
      <ol className={classes.stops} aria-label={t('map.route')}>
        {numbered.map((stop) => (
          <li key={stop.stay} className={classes.stop}>
            <span className={classes.stopNumber}>{stop.number}</span>
            <RecordLink kind="stay" id={stop.stay}>
              {stop.title || t('person.unknownPlace')}
            </RecordLink>
            <span className={classes.rowSoft}>{period(stop)}</span>
          </li>
        ))}
      </ol>
    </>
  )
}
