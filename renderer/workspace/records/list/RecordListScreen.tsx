/** The screen of a kind: its list under its heading, and a way to make the first one. */
import { Button, Kbd } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { FileSpreadsheet, Plus, UsersRound } from 'lucide-react'
import type { ReactNode } from 'react'
import type { OpenKind } from '../../../../shared/model/model.ts'
import { EmptyState } from '../../../shared/components/EmptyState.tsx'
import { Page } from '../../../shared/components/Page.tsx'
import { useLabels, useT } from '../../../shared/i18n/i18n.ts'
import { KIND_ICONS } from '../../shell/navigation.ts'
import { newPath, recordPath } from '../paths.ts'
import { useGoTo } from '../RecordLink.tsx'
import { RecordList } from './RecordList.tsx'
import { SectionTabs } from './SectionTabs.tsx'

interface RecordListScreenProps {
  readonly kind: OpenKind
  readonly subtitle?: ReactNode
}

export function RecordListScreen({ kind, subtitle }: RecordListScreenProps) {
  const t = useT()
  const labels = useLabels()
  const goTo = useGoTo()
  const onNew = () => goTo(newPath(kind))
  return (
    <Page
      width="full"
      title={labels.kinds[kind].many}
      subtitle={subtitle}
      actions={
        <>
          {kind === 'person' && (
            <>
              <Button
                variant="default"
                leftSection={<UsersRound size={16} aria-hidden />}
                renderRoot={(props) => <Link to="/people/duplicates" {...props} />}
              >
                {t('duplicates.screen.title')}
              </Button>
              <Button
                variant="default"
                leftSection={<FileSpreadsheet size={16} aria-hidden />}
                renderRoot={(props) => <Link to="/import" {...props} />}
              >
                {t('imports.open')}
              </Button>
            </>
          )}
          <Button
            leftSection={<Plus size={16} aria-hidden />}
            rightSection={
              <Kbd size="xs" aria-hidden>
                n
              </Kbd>
            }
            aria-keyshortcuts="n"
            onClick={onNew}
          >
            {t(`records.new.${kind}`)}
          </Button>
        </>
      }
    >
      <SectionTabs kind={kind} />
      <RecordList
        kind={kind}
        onOpen={(id) => goTo(recordPath(kind, id))}
        onNew={onNew}
        empty={
          <EmptyState
            icon={KIND_ICONS[kind]}
            title={t(`records.empty.${kind}.title`)}
            action={<Button onClick={onNew}>{t(`records.new.${kind}`)}</Button>}
          >
            {t(`records.empty.${kind}.text`)}
          </EmptyState>
        }
      />
    </Page>
  )
}
