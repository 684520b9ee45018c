/** Where on a share card something is wrong, so that it can be compared with the paper. */
import type { BridgeError } from '../../shared/contract/define.ts'
import { useT } from '../shared/i18n/i18n.ts'

/** Nothing for a failure that is not about the words. */
export function CardDamage({ error: { code, details } }: { error: BridgeError }) {
  const t = useT()
  if (code !== 'card_damaged') return null
  if (typeof details?.word === 'number')
    return <p>{t('keyTask.checkCard.damagedWord', { place: details.word })}</p>
  if (typeof details?.words === 'number')
    return <p>{t('keyTask.checkCard.damagedCount', { count: details.words })}</p>
  return <p>{t('keyTask.checkCard.damagedSum')}</p>
}
