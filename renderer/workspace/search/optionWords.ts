/** What the words of an option are made with, got once for all of them: thirty rows are made anew with every key. */
import { useMemo } from 'react'
import type { ModelLabels } from '../../../shared/i18n/labels.ts'
import type { OpenKind } from '../../../shared/model/model.ts'
import { useLabels, useT } from '../../shared/i18n/i18n.ts'
import { useTitle } from '../records/useTitle.ts'

export interface OptionWords {
  readonly t: ReturnType<typeof useT>
  readonly labels: ModelLabels
  readonly title: (kind: OpenKind, title: string) => string
}

export function useOptionWords(): OptionWords {
  const t = useT()
  const labels = useLabels()
  const title = useTitle()
  return useMemo(() => ({ t, labels, title }), [t, labels, title])
}
