/** How long something is open, in the words of the current language: minutes, or whole hours. */
import { useT } from '../i18n/i18n.ts'

const HOUR = 60

export function useDuration(): (minutes: number) => string {
  const t = useT()
  return (minutes) =>
    minutes % HOUR === 0
      ? t('custody.hours', { count: minutes / HOUR })
      : t('custody.minutes', { count: minutes })
}
