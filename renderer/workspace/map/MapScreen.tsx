/**
 * The map: facilities with the people in them, and the ways people were moved. Beside it the same as a list, which is
 * all that a keyboard or a screen reader needs; a spot or a row opens the list of the people behind its number.
 */
import { Button } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { Building2, ChevronLeft } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import type { MapFacility } from '../../../shared/contract/insight.ts'
import { useCall } from '../../shared/bridge/hooks.ts'
import { Answer } from '../../shared/components/Answer.tsx'
import { EmptyState } from '../../shared/components/EmptyState.tsx'
import { Page } from '../../shared/components/Page.tsx'
import { useFormats } from '../../shared/format/useFormats.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import { RecordLink } from '../records/RecordLink.tsx'
import { useDates } from '../records/useDates.ts'
import { useTitle } from '../records/useTitle.ts'
import classes from './Map.module.css'
import { MapDrawing, type MapSpot, type SpotWords } from './MapDrawing.tsx'
import { radiusOf, type Spot, spotKey, spotsOf, waysOf } from './spots.ts'
import { useLand } from './useLand.ts'

type HeldMap = CallOutput<'insight.map'>

export function MapScreen() {
  const t = useT()
  const query = useCall('insight.map', {})
  return (
    <Answer query={query}>
      {(map) =>
        map.facilities.length === 0 ? (
          <EmptyState wholePage icon={Building2} title={t('map.emptyTitle')}>
            <p>{t('map.emptyText')}</p>
          </EmptyState>
        ) : (
          <Page width="full" title={t('map.title')} subtitle={t('map.subtitle')}>
            <MapAndList map={map} />
          </Page>
        )
      }
    </Answer>
  )
}

const nowIn = ({ items }: Spot<MapFacility>): number => items.reduce((sum, { now }) => sum + now, 0)

function MapAndList({ map }: { map: HeldMap }) {
  const t = useT()
  const titleOf = useTitle()
  const [selected, setSelected] = useState<readonly string[]>([])
  const { ref, width, height } = useElementSize()
  const land = useLand()
  const places = useMemo(() => spotsOf(map.facilities), [map])
  const spots = useMemo(
    () => places.map((spot): MapSpot => ({ ...spot, people: nowIn(spot) })),
    [places],
  )
  const ways = useMemo(() => waysOf(map.facilities, map.transfers), [map])
  const most = Math.max(...spots.map(({ people }) => people), 1)
  const facilitiesAt = (keys: readonly string[]) =>
    keys.flatMap((key) => places.find((spot) => spot.key === key)?.items ?? [])
  const wordsOf = (keys: readonly string[], people: number): SpotWords => {
    const titles = facilitiesAt(keys).map(({ title }) => titleOf('facility', title))
    return {
      label:
        titles.length === 1 ? (titles[0] ?? '') : t('map.facilities', { count: titles.length }),
      inside: people === 0 ? '' : String(people),
      said: `${titles.join(', ')}: ${t('map.heldNow', { count: people })}`,
    }
  }
  const chosen = facilitiesAt(selected)
  return (
    <div className={classes.split}>
      <div className={classes.canvas} ref={ref}>
        {land.data && width > 0 && height > 0 && (
          <MapDrawing
            {...{ land: land.data, spots, ways, width, height, selected, wordsOf }}
            wordsOfWay={(people) => t('map.moved', { count: people })}
            radius={(people) => radiusOf(people, most)}
            onSelect={setSelected}
          />
        )}
      </div>
      <section className={classes.side}>
        {chosen.length > 0 ? (
          <ChosenFacilities facilities={chosen} onBack={() => setSelected([])} />
        ) : (
          <FacilityList map={map} onSelect={(key) => setSelected([key])} />
        )}
      </section>
    </div>
  )
}

interface FacilityListProps {
  readonly map: HeldMap
  readonly onSelect: (key: string) => void
}

function FacilityList({ map, onSelect }: FacilityListProps) {
  const t = useT()
  const formats = useFormats()
  const titleOf = useTitle()
  const nowhere = map.facilities.filter(({ at }) => at === null)
  const rows = map.facilities
    .flatMap((facility) => (facility.at ? [{ key: spotKey(facility.at), facility }] : []))
    .toSorted(
      (a, b) =>
        b.facility.now - a.facility.now || formats.compare(a.facility.title, b.facility.title),
    )
  return (
    <>
      <div className={classes.sideHead}>
        <h2 className={classes.sideTitle}>{t('map.byFacility')}</h2>
      </div>
      <p className={classes.sideNote}>{t('map.definition')}</p>
      <ul className={classes.rows}>
        {rows.map(({ key, facility }) => (
          <li key={facility.id}>
            <button type="button" className={classes.row} onClick={() => onSelect(key)}>
              <span className={classes.rowText}>{titleOf('facility', facility.title)}</span>
              <span className={classes.rowCount}>{formats.number(facility.now)}</span>
            </button>
          </li>
        ))}
      </ul>
      {nowhere.length > 0 && (
        <>
          <h3 className={classes.heldIn}>{t('map.nowhere')}</h3>
          <p className={classes.sideNote}>{t('map.nowhereText')}</p>
          <ul className={classes.rows}>
            {nowhere.map(({ id, title, now }) => (
              <li key={id} className={classes.row}>
                <RecordLink kind="facility" id={id}>
                  {titleOf('facility', title)}
                </RecordLink>
                <span className={classes.rowCount}>{formats.number(now)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

interface ChosenProps {
  readonly facilities: readonly MapFacility[]
  readonly onBack: () => void
}

function ChosenFacilities({ facilities, onBack }: ChosenProps) {
  const t = useT()
  const isOfTown = facilities.some(({ at }) => at?.by === 'town')
  return (
    <>
      <div className={classes.sideHead}>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<ChevronLeft size={15} aria-hidden />}
          onClick={onBack}
        >
          {t('map.allFacilities')}
        </Button>
      </div>
      {isOfTown && <p className={classes.sideNote}>{t('map.placedByTown')}</p>}
      {facilities.map((facility) => (
        <HeldList key={facility.id} facility={facility} />
      ))}
    </>
  )
}

/** The people behind a number. */
function HeldList({ facility }: { facility: MapFacility }) {
  const t = useT()
  const date = useDates()
  const titleOf = useTitle()
  const query = useCall('insight.held', { facility: facility.id })
  return (
    <>
      <h3 className={classes.heldIn}>
        <RecordLink kind="facility" id={facility.id}>
          {titleOf('facility', facility.title)}
        </RecordLink>
      </h3>
      <p className={classes.sideNote}>
        {t('map.heldNow', { count: facility.now })} · {t('map.heldEver', { count: facility.ever })}
      </p>
      <Answer query={query}>
        {({ people }) => (
          <ul className={classes.rows}>
            {people.map(({ id, title, since }) => (
              <li key={id} className={classes.row}>
                <span className={classes.rowText}>
                  <RecordLink kind="person" id={id}>
                    {titleOf('person', title)}
                  </RecordLink>
                </span>
                {since !== null && (
                  <span className={classes.rowSoft}>
                    {t('person.since', { date: date(since) })}
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </>
  )
}
