// biome-ignore-all lint/a11y/useSemanticElements: SVG has no list elements of its own
// biome-ignore-all lint/a11y/noInteractiveElementToNoninteractiveRole: each spot of the drawn list can be reached and read
// biome-ignore-all lint/a11y/noAriaHiddenOnFocusable: land, names and ways take no focus
/**
 * The drawn map: land, the occupied peninsula, ways between spots and the spots themselves. Spots and labels keep their
 * size when one looks closer. Nothing is fetched: the land is part of the program.
 */
import { ActionIcon, Tooltip } from '@mantine/core'
import { geoConicEqualArea, geoPath } from 'd3-geo'
import { LocateFixed, Maximize, Minus, Plus } from 'lucide-react'
import { type KeyboardEvent, useId, useMemo } from 'react'
import { useFormats } from '../../shared/format/useFormats.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import { fitText, textWidth } from '../person/measureText.ts'
import type { Land } from './land.ts'
import classes from './Map.module.css'
import {
  type Cluster,
  clustersOf,
  joinWays,
  type PlacedLabel,
  placeLabels,
  type Way,
} from './spots.ts'
import { useZoom } from './useZoom.ts'

export interface MapSpot {
  readonly key: string
  readonly lon: number
  readonly lat: number
  readonly people: number
}

/** What is said about one spot, or about several that lie too close to be told apart. */
export interface SpotWords {
  readonly label: string
  /** Inside the circle. */
  readonly inside: string
  /** Everything, for the ear and the pointer. */
  readonly said: string
}

/** What lies over the corners of the drawing, with the gap around it (Map.module.css). */
const CONTROLS = { width: 52, height: 172 }
const LEGEND_HEIGHT = 44
/** As long as it is in the longest of the languages. */
const LEGEND_WIDTH = 520

interface MapDrawingProps {
  readonly land: Land
  readonly spots: readonly MapSpot[]
  readonly ways: readonly Way[]
  readonly wordsOf: (keys: readonly string[], people: number) => SpotWords
  readonly wordsOfWay: (people: number) => string
  readonly radius: (people: number) => number
  readonly width: number
  readonly height: number
  readonly selected: readonly string[]
  readonly onSelect: (keys: readonly string[]) => void
  /** Part of a page that scrolls: the wheel is the page's, and zooms only with Ctrl. */
  readonly isInPage?: boolean
}

/** Shown even when nothing lies there: the peninsula this is about. */
const ALWAYS: readonly [number, number][] = [
  [32.4, 44.3],
  [36.7, 46.3],
]
const MAX_LABEL = 220
const ROOM = 56
/** A country's name keeps so far from what is drawn on it. */
const NAME_ROOM = 34

/** Names of countries, put where there is room for them. */
const COUNTRIES = [
  ['UA', 31.3, 49.2],
  ['RU', 45, 57.5],
  ['TR', 34.5, 39.3],
  ['KZ', 66, 48.5],
  ['BY', 28, 53.4],
  ['GE', 43.4, 42.15],
  ['RO', 25, 45.9],
] as const

export function MapDrawing(props: MapDrawingProps) {
  const { land, spots, ways, width, height, selected, onSelect, isInPage = false } = props
  const { wordsOf, wordsOfWay, radius } = props
  const t = useT()
  const formats = useFormats()
  const hatch = useId()
  const zoom = useZoom(width, height, isInPage)
  const { transform } = zoom

  const { project, peninsula, shapes } = useMemo(() => {
    const projection = geoConicEqualArea()
      .parallels([43, 58])
      .rotate([-55, 0])
      .fitExtent(
        [
          [ROOM, ROOM],
          [width - ROOM, height - ROOM],
        ],
        {
          type: 'MultiPoint',
          coordinates: [...ALWAYS, ...spots.map(({ lon, lat }): [number, number] => [lon, lat])],
        },
      )
    const path = geoPath(projection)
    return {
      /** Corners of the peninsula with what lies around it. */
      peninsula: boxOf(ALWAYS.map((corner) => projection([...corner]) ?? [0, 0])),
      project: (lon: number, lat: number) => projection([lon, lat]) ?? [0, 0],
      shapes: {
        all: path(land.all) ?? '',
        ukraine: path(land.ukraine) ?? '',
        crimea: path(land.crimea) ?? '',
        borders: path(land.borders) ?? '',
      },
    }
  }, [land, spots, width, height])

  const at = (lon: number, lat: number): [number, number] => {
    const [x, y] = project(lon, lat)
    return transform.apply([x, y])
  }
  const clusters = clustersOf(
    spots.map((spot) => {
      const [x, y] = at(spot.lon, spot.lat)
      return { key: spot.key, people: spot.people, x, y }
    }),
    radius,
  )
  const clusterOf = new Map(clusters.flatMap((each) => each.keys.map((key) => [key, each])))
  const drawnWays = joinWays(ways, (key) => clusterOf.get(key)?.key)
  const heaviest = Math.max(...drawnWays.map(({ people }) => people), 1)
  const isSelected = ({ keys }: Cluster) => keys.some((key) => selected.includes(key))
  const marks = clusters
    .filter(({ x, y }) => x > -40 && y > -40 && x < width + 40 && y < height + 40)
    .map((cluster) => ({ ...cluster, words: wordsOf(cluster.keys, cluster.people) }))
  const labels = placeLabels(
    marks
      .toSorted((a, b) => Number(isSelected(b)) - Number(isSelected(a)))
      .map(({ key, x, y, radius: own, words }) => ({
        ...{ key, x, y, radius: own },
        width: Math.min(MAX_LABEL, textWidth(words.label)),
      })),
    { width, height },
    [
      { ...CONTROLS, x: width - CONTROLS.width, y: 0 },
      { x: 0, y: height - LEGEND_HEIGHT, width: LEGEND_WIDTH, height: LEGEND_HEIGHT },
    ],
  )

  return (
    <div className={classes.frame}>
      <svg
        ref={zoom.attach}
        className={classes.map}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="list"
        aria-label={t('map.drawing')}
      >
        <defs>
          <pattern
            id={hatch}
            width="7"
            height="7"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <line className={classes.hatch} x1="0" y1="0" x2="0" y2="7" />
          </pattern>
        </defs>
        <g aria-hidden="true" transform={transform.toString()}>
          <path className={classes.land} d={shapes.all} />
          <path className={classes.ukraine} d={shapes.ukraine} />
          <path className={classes.border} d={shapes.borders} />
          <path className={classes.occupied} d={shapes.crimea} fill={`url(#${hatch})`} />
        </g>
        <g aria-hidden="true" className={classes.countries}>
          {COUNTRIES.map(([code, lon, lat]) => {
            const [x, y] = at(lon, lat)
            const isCovered = marks.some(
              (mark) => Math.hypot(mark.x - x, mark.y - y) < mark.radius + NAME_ROOM,
            )
            return isCovered ? null : (
              <text key={code} x={x} y={y} textAnchor="middle">
                {formats.region(code)}
              </text>
            )
          })}
        </g>
        <g aria-hidden="true">
          {drawnWays.map(({ from, to, people }) => {
            const start = clusterOf.get(from)
            const end = clusterOf.get(to)
            if (!start || !end) return null
            const weight = 1 + 3.5 * Math.sqrt(people / heaviest)
            const isOn = isSelected(start) || isSelected(end)
            return (
              <g key={`${from}>${to}`} className={classes.way} data-on={isOn || undefined}>
                <title>{wordsOfWay(people)}</title>
                <path d={arc(start, end)} strokeWidth={weight} />
                <path className={classes.head} d={arrowHead(start, end, weight)} />
              </g>
            )
          })}
        </g>
        {marks.map((mark) => (
          <SpotMark
            key={mark.key}
            mark={mark}
            label={labels.get(mark.key)}
            isSelected={isSelected(mark)}
            onSelect={onSelect}
          />
        ))}
      </svg>
      <div className={classes.controls}>
        <Tooltip label={t('map.closer')} position="left">
          <ActionIcon variant="default" size="lg" aria-label={t('map.closer')} onClick={zoom.in}>
            <Plus size={17} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('map.farther')} position="left">
          <ActionIcon variant="default" size="lg" aria-label={t('map.farther')} onClick={zoom.out}>
            <Minus size={17} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('map.crimea')} position="left">
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('map.crimea')}
            onClick={() => zoom.to(peninsula)}
          >
            <LocateFixed size={17} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('map.everything')} position="left">
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('map.everything')}
            onClick={zoom.reset}
          >
            <Maximize size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      <p className={classes.legend}>
        <svg width="22" height="14" aria-hidden="true">
          <rect
            className={classes.occupied}
            width="22"
            height="14"
            rx="2"
            fill={`url(#${hatch})`}
          />
        </svg>
        {t('map.occupied')}
      </p>
    </div>
  )
}

interface SpotMarkProps {
  readonly mark: Cluster & { readonly words: SpotWords }
  readonly label: PlacedLabel | undefined
  readonly isSelected: boolean
  readonly onSelect: (keys: readonly string[]) => void
}

function SpotMark({ mark, label, isSelected, onSelect }: SpotMarkProps) {
  const { keys, x, y, radius, people, words } = mark
  return (
    <Tooltip
      label={words.said}
      multiline
      maw={320}
      events={{ hover: true, focus: true, touch: false }}
    >
      <g
        role="listitem"
        tabIndex={0}
        aria-label={words.said}
        aria-current={isSelected || undefined}
        className={classes.spot}
        data-quiet={people === 0 || undefined}
        onClick={() => onSelect(keys)}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === 'Enter' || event.key === ' ') {
            event.preventDefault()
            onSelect(keys)
          }
        }}
      >
        <circle cx={x} cy={y} r={radius} />
        {words.inside !== '' && (
          <text className={classes.inside} x={x} y={y + 4.5} textAnchor="middle">
            {words.inside}
          </text>
        )}
        {label && (
          <text className={classes.label} x={label.x} y={label.y + 4.5} textAnchor={label.anchor}>
            {fitText(words.label, MAX_LABEL)}
          </text>
        )}
      </g>
    </Tooltip>
  )
}

function boxOf(points: readonly (readonly [number, number])[]) {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return [
    [Math.min(...xs), Math.min(...ys)],
    [Math.max(...xs), Math.max(...ys)],
  ] as const
}

interface Point {
  readonly x: number
  readonly y: number
}

/** The top of a way's bow: a way and its return bend to different sides. */
function bow(from: Point, to: Point): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  return { x: (from.x + to.x) / 2 - dy * 0.18, y: (from.y + to.y) / 2 + dx * 0.18 }
}

function arc(from: Point, to: Point): string {
  const top = bow(from, to)
  return `M${from.x} ${from.y} Q${top.x} ${top.y} ${to.x} ${to.y}`
}

/** A triangle in the middle of the bow, where no circle covers it. */
function arrowHead(from: Point, to: Point, weight: number): string {
  const top = bow(from, to)
  const x = (from.x + 2 * top.x + to.x) / 4
  const y = (from.y + 2 * top.y + to.y) / 4
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  if (length < 30) return ''
  const size = 4 + weight
  const [ux, uy] = [((to.x - from.x) / length) * size, ((to.y - from.y) / length) * size]
  return `M${x + ux} ${y + uy} L${x - ux - uy * 0.8} ${y - uy + ux * 0.8} L${x - ux + uy * 0.8} ${y - uy - ux * 0.8} Z`
}
