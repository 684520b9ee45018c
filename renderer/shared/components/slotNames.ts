/** What a way to open the vault is called: by the name it was given, or by its kind. */
import type { Slot } from '../../../shared/contract/keys.ts'
import { useT } from '../i18n/i18n.ts'

export function useSlotName(): (slot: Pick<Slot, 'kind' | 'label'>) => string {
  const t = useT()
  return ({ kind, label }) => label || t(`keys.kind.${kind}`)
}
