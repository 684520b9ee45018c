/** Titles of records for the screen, in the current language. */
import { useMemo } from 'react'
import type { OpenKind } from '../../../shared/model/model.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import { readableTitle, type TitleWords } from './titles.ts'
import { useDates } from './useDates.ts'

export function useTitle(): (kind: OpenKind, title: string) => string {
  const t = useT()
  const date = useDates()
  return useMemo(() => {
    const words: TitleWords = {
      date,
      unnamed: t('records.nameless.person'),
      age: (years) => t('records.nameless.age', { years }),
      born: (on) => t('records.nameless.born', { on }),
      arrested: (on) => t('records.nameless.arrested', { on }),
    }
    return (kind, title) => readableTitle(kind, title, words) || t(`records.untitled.${kind}`)
  }, [t, date])
}
