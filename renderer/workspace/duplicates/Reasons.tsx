/** Why two people may be one, a line for each reason: the same words wherever the program offers it. */
import type { DuplicateReason } from '../../../shared/contract/duplicates.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import { useDates } from '../records/useDates.ts'
import classes from './Reasons.module.css'

export function Reasons({ reasons }: { readonly reasons: readonly DuplicateReason[] }) {
  return (
    <ul className={classes.reasons}>
      {reasons.map((reason) => (
        <li key={keyOf(reason)}>
          <Reason reason={reason} />
        </li>
      ))}
    </ul>
  )
}

const keyOf = (reason: DuplicateReason): string =>
  reason.type === 'name' ? `${reason.here} ${reason.there}` : reason.type

const BIRTH_DATES = {
  same: 'duplicates.reason.birthDateSame',
  fits: 'duplicates.reason.birthDateFits',
  close: 'duplicates.reason.birthDateClose',
  differs: 'duplicates.reason.birthDateDiffers',
} as const

function Reason({ reason }: { readonly reason: DuplicateReason }) {
  const t = useT()
  const dateOf = useDates()
  switch (reason.type) {
    case 'name': {
      const { here, there, scripts } = reason
      const script = t(`duplicates.script.${scripts.here}`)
      if (scripts.here === scripts.there)
        return t('duplicates.reason.name', { script, here, there })
      const otherScript = t(`duplicates.script.${scripts.there}`)
      return t('duplicates.reason.nameAcross', { script, otherScript, here, there })
    }
    case 'birthDate':
      return t(BIRTH_DATES[reason.how], { here: dateOf(reason.here), there: dateOf(reason.there) })
    case 'facility':
      return t('duplicates.reason.facility', { here: reason.here })
    case 'case':
      return t('duplicates.reason.case', { here: reason.here })
  }
}
