/** The other ways to open a vault than the one on the screen. */
import { Button } from '@mantine/core'
import { useT } from '../shared/i18n/i18n.ts'
import classes from './Card.module.css'

export const WAYS = ['passphrase', 'recovery', 'keyFile', 'cards'] as const
export type Way = (typeof WAYS)[number]

interface OtherWaysProps {
  readonly now: Way
  readonly disabled: boolean
  readonly onChoose: (way: Way) => void
}

export function OtherWays({ now, disabled, onChoose }: OtherWaysProps) {
  const t = useT()
  return (
    <div className={classes.ways}>
      {WAYS.filter((way) => way !== now).map((way) => (
        <Button
          key={way}
          variant="subtle"
          size="compact-sm"
          disabled={disabled}
          onClick={() => onChoose(way)}
        >
          {t(`unlock.way.${way}`)}
        </Button>
      ))}
    </div>
  )
}
