/** Where a person stands, as a word with a shape: the shape and the tone repeat what the word says. */
import { valueLabel } from '../../../shared/i18n/labels.ts'
import { useLabels } from '../../shared/i18n/i18n.ts'
import classes from './StatusBadge.module.css'
import { statusTone } from './statusTone.ts'

export function StatusBadge({ status, large = false }: { status: string; large?: boolean }) {
  const word = valueLabel(useLabels(), 'person', 'status', status)
  return (
    <span className={classes.badge} data-tone={statusTone(status)} data-large={large || undefined}>
      <span className={classes.dot} aria-hidden />
      <span className={classes.word} title={large ? undefined : word}>
        {word}
      </span>
    </span>
  )
}
