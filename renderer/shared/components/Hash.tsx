/** A SHA-256, shown short enough to read and copied whole. */
import { useT } from '../i18n/i18n.ts'
import { Copyable } from './Copyable.tsx'

export function Hash({ value, whole = false }: { value: string; whole?: boolean }) {
  const t = useT()
  return <Copyable value={value} label={`${t('common.copy')} SHA-256`} short={!whole} />
}
