/**
 * What is asked of the search: what is typed and the chips before it, and the answer. Every key asks at once; what is
 * typed while an answer is on its way waits for it, and only the last of it is asked, so that main has one search at a time.
 */
import { keepPreviousData } from '@tanstack/react-query'
import { useState } from 'react'
import type { CallInput } from '../../../shared/contract/contract.ts'
import type { SavedView, SearchFilter } from '../../../shared/contract/search.ts'
import { useCall } from '../../shared/bridge/hooks.ts'
import { useLabels } from '../../shared/i18n/i18n.ts'
import { filterOffers, isSameFilter, type Offer } from './filterOffers.ts'

export type Asked = Omit<SavedView, 'id' | 'name'>

const SHOWN = 30
const MOST_FILTERS = 20

export function useQuestion() {
  const labels = useLabels()
  const [typed, setTyped] = useState('')
  const [filters, setFilters] = useState<readonly SearchFilter[]>([])
  const [exact, setExact] = useState(false)
  const [all, setAll] = useState(false)
  const query = typed.trim()
  const { rest, offers } = filterOffers(typed, labels)
  const isEmpty = query === '' && filters.length === 0
  const asked: Asked = { query, filters: [...filters], exact }
  const isAsked = !isEmpty && offers.length === 0
  const wanted = isAsked ? { ...asked, limit: SHOWN, all } : undefined
  const [sent, setSent] = useState<CallInput<'search.query'> | undefined>(wanted)
  const isSent = JSON.stringify(sent) === JSON.stringify(wanted)
  const answer = useCall('search.query', sent ?? { query }, {
    enabled: sent !== undefined,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  if (!isSent && !answer.isFetching) setSent(wanted)

  const type = (text: string) => {
    setTyped(text)
    setAll(false)
  }
  return {
    typed,
    asked,
    all,
    offers,
    isEmpty,
    isAsked,
    answer,
    /** Whether the answer is that of what stands in the box, and not of what stood there before. */
    isAnswered: isAsked && isSent && answer.data !== undefined && !answer.isPlaceholderData,
    type,
    setExact,
    showAll: () => setAll(true),
    /** A field is written out and waits for its value, a filter becomes a chip. */
    take: (offer: Offer) => {
      if (offer.type === 'field') return type(`${rest}${offer.label}:`)
      const { filter } = offer
      if (filters.length < MOST_FILTERS && !filters.some((each) => isSameFilter(each, filter)))
        setFilters([...filters, filter])
      type(rest)
    },
    drop: (filter: SearchFilter) => {
      setFilters(filters.filter((each) => !isSameFilter(each, filter)))
      setAll(false)
    },
    open: (view: Asked) => {
      type(view.query)
      setFilters(view.filters)
      setExact(view.exact)
    },
  }
}

/** The same search, in whichever order its chips were chosen. */
export const isSameQuestion = (one: Asked, other: Asked): boolean =>
  one.query === other.query &&
  one.exact === other.exact &&
  one.filters.length === other.filters.length &&
  one.filters.every((each) => other.filters.some((filter) => isSameFilter(each, filter)))
