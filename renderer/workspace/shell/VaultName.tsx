/** The mark of the program and the name of the open vault. */
import { useCall } from '../../shared/bridge/hooks.ts'
import { Mark } from '../../shared/components/Mark.tsx'
import { useT } from '../../shared/i18n/i18n.ts'
import { displayName } from '../../shared/vaultName.ts'
import classes from './Shell.module.css'

export function VaultName() {
  const t = useT()
  const { data: info } = useCall('session.info', {})
  return (
    <div className={classes.vault}>
      <Mark size={28} />
      <div className={classes.vaultWords}>
        <span className={classes.appName}>{t('common.appName')}</span>
        <span className={classes.vaultName} title={info?.name}>
          {info ? displayName(info.name) : ' '}
        </span>
      </div>
    </div>
  )
}
