/**
 * After a wrong passphrase, on request: what the same keys give in the other layouts. It shows what was typed, so
 * nothing of it is on the screen before somebody asks, and none of it is tried before somebody chooses it.
 */
import { Button } from '@mantine/core'
import { Keyboard } from 'lucide-react'
import { useState } from 'react'
import { useT } from '../../shared/i18n/i18n.ts'
import { otherReadings } from './layouts.ts'
import classes from './Passphrase.module.css'

interface LayoutHintProps {
  readonly typed: string
  /** Puts it into the field, to be looked at and sent by the person. */
  readonly onUse: (text: string) => void
}

export function LayoutHint({ typed, onUse }: LayoutHintProps) {
  const t = useT()
  const [shown, setShown] = useState(false)
  if (typed === '') return null
  if (!shown) {
    return (
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<Keyboard size={16} aria-hidden />}
        onClick={() => setShown(true)}
      >
        {t('passphrase.layouts')}
      </Button>
    )
  }
  const readings = otherReadings(typed)
  return (
    <section className={classes.readings} aria-label={t('passphrase.layoutsTitle')}>
      <p className={classes.quiet}>
        {readings.length > 0 ? t('passphrase.layoutsText') : t('passphrase.layoutsNone')}
      </p>
      <ul className={classes.readingList}>
        {readings.map(({ as, text }) => (
          <li key={text} className={classes.reading}>
            <span>
              <span className={classes.readingAs}>{t(`passphrase.layout.${as}`)}</span>
              <code className={classes.readingText} translate="no">
                {text}
              </code>
            </span>
            <Button
              variant="default"
              size="compact-xs"
              aria-label={t('passphrase.layoutUseNamed', { layout: t(`passphrase.layout.${as}`) })}
              onClick={() => onUse(text)}
            >
              {t('passphrase.layoutUse')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
