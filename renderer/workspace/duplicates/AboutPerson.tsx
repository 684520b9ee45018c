/** What tells two people of one name apart at a glance: the date of birth and where somebody is held. */
import type { ShownPerson } from '../../../shared/contract/duplicates.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import { useDates } from '../records/useDates.ts'
import classes from './Reasons.module.css'

export function AboutPerson({ birthDate, facility }: Pick<ShownPerson, 'birthDate' | 'facility'>) {
  const t = useT()
  const dateWords = useDates()
  const born = birthDate && t('duplicates.bornOn', { date: dateWords(birthDate) })
  const parts = [born, facility].filter(Boolean)
  return parts.length > 0 ? <span className={classes.about}>{parts.join(' · ')}</span> : null
}
