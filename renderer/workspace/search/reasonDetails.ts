/**
 * What is to be said about a hit besides the spelling that matched: parts that were met in another case or only
 * alike, a patronymic that nobody recorded, a part that stands nowhere. What matched as it is needs no words.
 */
import type { MatchedPart, Reason } from '../../../shared/contract/records.ts'

/** `met` is empty where nothing was met. */
export interface ReasonDetail {
  readonly how: 'inflected' | 'similar' | 'missing' | 'patronymicIgnored'
  readonly asked: string
  readonly met: string
}

export function reasonDetails(reasons: readonly Reason[]): readonly ReasonDetail[] {
  const named = reasons.find(({ name }) => name)
  // What is missing in the name was found among the words, when there is a reason for that.
  const isAlone = reasons.length === 1
  return named?.name?.parts.flatMap((part) => detailOf(part, isAlone)) ?? []
}

function detailOf({ asked, met, how, patronymic }: MatchedPart, isAlone: boolean): ReasonDetail[] {
  if (how === 'missing' && isAlone)
    return [{ how: patronymic ? 'patronymicIgnored' : 'missing', asked, met: '' }]
  if ((how === 'inflected' || how === 'similar') && met !== null) return [{ how, asked, met }]
  return []
}
