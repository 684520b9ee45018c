/** The formatters of the current language, and words for "how long ago". */
import { useLanguage, useT } from '../i18n/i18n.ts'
import { type Formats, formatsOf } from './format.ts'

export const useFormats = (): Formats => formatsOf(useLanguage())

export function useAgo(): (at: number) => string {
  const formats = useFormats()
  const t = useT()
  return (at) => formats.ago(at, Date.now()) ?? t('common.justNow')
}
