/** Why a hit was found: the spelling or the words that matched, and what had to be overlooked for it. */
import type { SearchHit } from '../../../shared/contract/records.ts'
import { fieldLabel } from '../../../shared/i18n/labels.ts'
import type { OptionWords } from './optionWords.ts'
import { reasonDetails } from './reasonDetails.ts'
import classes from './Search.module.css'

interface FoundByProps {
  readonly hit: SearchHit
  readonly words: OptionWords
}

export function FoundBy({ hit, words: { t, labels } }: FoundByProps) {
  // A reason that repeats the title explains nothing.
  const reason = hit.reasons.find(({ matched }) => matched !== hit.title)
  const details = reasonDetails(hit.reasons)
  if (!reason && details.length === 0) return null
  const lang = reason?.name?.lang
  return (
    <span className={classes.reason}>
      {reason && (
        <>
          {t(`records.found.${reason.type}`)}{' '}
          {/* Of a person the words before say already that it is a name. */}
          {(hit.kind !== 'person' || reason.field !== 'names') &&
            `${fieldLabel(labels, hit.kind, reason.field)}: `}
          <q>{reason.matched}</q>
          {lang !== undefined && lang !== 'other' && ` (${lang})`}
        </>
      )}
      {details.map((detail, place) => (
        <span key={`${detail.how} ${detail.asked}`}>
          {(reason || place > 0) && ' · '}
          {t(`search.why.${detail.how}`, { asked: detail.asked, met: detail.met })}
        </span>
      ))}
    </span>
  )
}
