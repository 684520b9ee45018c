/** The kinds that belong together in one section of the rail, as tabs above their lists. */
import { Link } from '@tanstack/react-router'
import type { OpenKind } from '../../../../shared/model/model.ts'
import { useCall } from '../../../shared/bridge/hooks.ts'
import { useFormats } from '../../../shared/format/useFormats.ts'
import { useLabels, useT } from '../../../shared/i18n/i18n.ts'
import { KIND_PATHS, kindsBeside } from '../../shell/navigation.ts'
import classes from './SectionTabs.module.css'

export function SectionTabs({ kind }: { kind: OpenKind }) {
  const t = useT()
  const labels = useLabels()
  const formats = useFormats()
  const { data: info } = useCall('session.info', {})
  const kinds = kindsBeside(kind)
  if (kinds.length < 2) return null
  return (
    <nav aria-label={t('records.section')}>
      <ul className={classes.tabs}>
        {kinds.map((each) => (
          <li key={each}>
            <Link
              to={KIND_PATHS[each]}
              activeOptions={{ exact: true }}
              className={classes.tab ?? ''}
            >
              {labels.kinds[each].many}
              <span className={classes.count}>
                {info ? formats.number(info.counts[each] ?? 0) : ''}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
