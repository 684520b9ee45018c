/** Partial dates in the words of the current language. */
import { useMemo } from 'react'
import { PartialDate } from '../../../shared/model/values.ts'
import { useLanguage, useT } from '../../shared/i18n/i18n.ts'
import { type DateStyle, formatDate } from './dates/format.ts'

/** `style` is `short` where columns need it. A text that is no date comes back as it is. */
export function useDates(): (date: string, style?: DateStyle) => string {
  const language = useLanguage()
  const t = useT()
  return useMemo(() => {
    const words = {
      language,
      about: (date: string) => t('records.about', { date }),
    }
    return (date, style = 'short') => {
      const parsed = PartialDate.safeParse(date)
      return parsed.success ? formatDate(parsed.data, words, style) : date
    }
  }, [language, t])
}
