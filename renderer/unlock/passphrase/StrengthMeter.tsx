/** Strength as the time somebody would need, in words; the bar only repeats it. */
import { useT } from '../../shared/i18n/i18n.ts'
import classes from './Passphrase.module.css'
import { timeToBreak } from './timeToBreak.ts'
import type { Strength } from './useStrength.ts'

const SEGMENTS = [1, 2, 3, 4] as const
const SCORES = ['0', '1', '2', '3', '4'] as const

export function StrengthMeter({ strength }: { strength: Strength | undefined }) {
  const t = useT()
  const time = useTimeWords()
  if (!strength) return <p className={classes.quiet}>{t('passphrase.strengthPrompt')}</p>
  const score = SCORES[strength.score] ?? '0'
  return (
    <div className={classes.strength} aria-live="polite">
      <div className={classes.meter} data-score={score} aria-hidden>
        {SEGMENTS.map((segment) => (
          <span
            key={segment}
            className={classes.segment}
            data-on={segment <= Math.max(1, strength.score) || undefined}
          />
        ))}
      </div>
      <span>
        <span className={classes.verdict}>{t(`passphrase.score.${score}`)}.</span>{' '}
        {t('passphrase.strengthTime', { time: time(strength.log10Seconds) })}
      </span>
      {strength.score < 3 && (
        <span className={classes.warning}>{t('passphrase.strengthWeak')}</span>
      )}
    </div>
  )
}

function useTimeWords(): (log10Seconds: number) => string {
  const t = useT()
  return (log10Seconds) => {
    const time = timeToBreak(log10Seconds)
    return 'count' in time
      ? t(`passphrase.time.${time.unit}`, { count: time.count })
      : t(`passphrase.time.${time.unit}`)
  }
}
