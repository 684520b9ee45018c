/** Words for what is wrong with a value, or with one part of it. */
import { useT } from '../../../../shared/i18n/i18n.ts'
import type { RawError } from '../raw.ts'

export function useProblems(errors: readonly RawError[]): (part?: string) => string | undefined {
  const t = useT()
  return (part = '') => {
    const found = errors.find((each) => each.part === part)
    return found && t(`form.problem.${found.problem}`)
  }
}
