/** The options of the search: hits, filters to choose, saved searches. One idea of an option, four things to say. */
import { memo, type ReactNode, useMemo } from 'react'
import type { SearchHit } from '../../../shared/contract/records.ts'
import type { SavedView } from '../../../shared/contract/search.ts'
import { useFormats } from '../../shared/format/useFormats.ts'
import { KIND_ICONS } from '../shell/navigation.ts'
import { FoundBy } from './FoundBy.tsx'
import { filterWords, type Offer } from './filterOffers.ts'
import { groupHits } from './groupHits.ts'
import type { OptionWords } from './optionWords.ts'
import classes from './Search.module.css'

export type Option =
  | { readonly type: 'hit'; readonly hit: SearchHit }
  | { readonly type: 'offer'; readonly offer: Offer }
  | { readonly type: 'view'; readonly view: SavedView }
  | { readonly type: 'weaker' }

interface Group {
  readonly name: string
  readonly heading: ReactNode
  readonly options: readonly Option[]
}

/** The options in the order in which they are shown, with what stands above them. */
export function useGroups(
  hits: readonly SearchHit[],
  offers: readonly Offer[],
  views: readonly SavedView[],
  words: OptionWords,
): readonly Group[] {
  const { compare } = useFormats()
  return useMemo(
    () => groupsOf(hits, offers, views, words, compare),
    [hits, offers, views, words, compare],
  )
}

function groupsOf(
  hits: readonly SearchHit[],
  offers: readonly Offer[],
  views: readonly SavedView[],
  { t, labels }: OptionWords,
  compare: (a: string, b: string) => number,
): readonly Group[] {
  const grouped = groupHits(hits).map(({ kind, hits: ofKind }) => {
    const Icon = KIND_ICONS[kind]
    const heading = (
      <>
        <Icon size={14} strokeWidth={1.8} aria-hidden /> {labels.kinds[kind].many}
      </>
    )
    const options = ofKind.map((hit): Option => ({ type: 'hit', hit }))
    return { name: kind as string, heading, options }
  })
  const more: Group[] = [
    {
      name: 'offers',
      heading: t('search.offers'),
      options: offers.map((offer) => ({ type: 'offer', offer })),
    },
    {
      name: 'views',
      heading: t('search.saved'),
      options: [...views]
        .sort((a, b) => compare(a.name, b.name))
        .map((view) => ({ type: 'view', view })),
    },
  ]
  return [...more, ...grouped].filter(({ options }) => options.length > 0)
}

export function GroupBox(props: {
  readonly id: string
  readonly heading: ReactNode
  readonly children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox
    <div role="group" aria-labelledby={props.id}>
      <div className={classes.kind} id={props.id} role="presentation">
        {props.heading}
      </div>
      {props.children}
    </div>
  )
}

/** An option that stays where it is between two answers keeps its row. */
export const optionKey = (option: Option): string =>
  option.type === 'hit' ? option.hit.id : JSON.stringify(option)

interface OptionRowProps {
  readonly option: Option
  readonly index: number
  /** Of the list: the row's own begins with it. */
  readonly listId: string
  readonly active: boolean
  readonly words: OptionWords
  onPoint(index: number): void
  onChoose(option: Option): void
}

/** Made anew only when it shows something else: with every key there are thirty, and the next frame is to have them all. */
export const OptionRow = memo(function OptionRow(props: OptionRowProps) {
  const { option, index, listId, active, words, onPoint, onChoose } = props
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's, which has the focus
    // biome-ignore lint/a11y/useFocusableInteractive: the combobox has the focus and names its active option
    <div
      id={`${listId}-${index}`}
      role="option"
      aria-selected={active}
      className={classes.hit}
      // The combobox keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={() => onPoint(index)}
      onClick={() => onChoose(option)}
    >
      <Said option={option} words={words} />
    </div>
  )
})

function Said({ option, words }: Pick<OptionRowProps, 'option' | 'words'>) {
  const { t, labels, title } = words
  switch (option.type) {
    case 'hit':
      return (
        <>
          <span className={classes.hitTitle}>{title(option.hit.kind, option.hit.title)}</span>
          <FoundBy hit={option.hit} words={words} />
        </>
      )
    case 'view': {
      const { name, query, filters } = option.view
      const told = [query, ...filters.map((filter) => filterWords(filter, labels))]
      return (
        <>
          <span className={classes.hitTitle}>{name}</span>
          <span className={classes.reason}>{told.filter((part) => part !== '').join(' · ')}</span>
        </>
      )
    }
    case 'offer': {
      const { offer } = option
      const kinds = offer.type === 'field' ? offer.kinds : [offer.filter.kind]
      const isKind = offer.type === 'filter' && offer.filter.field === null
      return (
        <span className={classes.offer}>
          <span className={classes.offerWords}>
            {offer.type === 'field' ? `${offer.label}:` : filterWords(offer.filter, labels)}
          </span>
          {!isKind && (
            <span className={classes.reason}>
              {[...new Set(kinds)].map((kind) => labels.kinds[kind].many).join(', ')}
            </span>
          )}
        </span>
      )
    }
    default:
      return <span className={classes.weaker}>{t('search.weaker')}</span>
  }
}
