/** Titles of records for the screen, in the current language. */
import { useMemo } from 'react'
import type { OpenKind } from '../../../shared/model/model.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import { readableTitle } from './titles.ts'
import { useDates } from './useDates.ts'

export function useTitle(): (kind: OpenKind, title: string) => string {
  const t = useT()
  const date = useDates()
  return useMemo(
    () => (kind, title) => readableTitle(kind, title, date) || t(`records.untitled.${kind}`),
    [t, date],
  )
}
