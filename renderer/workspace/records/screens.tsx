/** The screens of records as routes show them: the kind is the route's, the record is named by its path. */
import { useParams } from '@tanstack/react-router'
import type { FunctionComponent } from 'react'
import { RecordId } from '../../../shared/ids.ts'
import type { OpenKind } from '../../../shared/model/model.ts'
import { CaseScreen } from '../case/CaseScreen.tsx'
import { PersonScreen } from '../person/PersonScreen.tsx'
import { NotFoundScreen } from '../shell/Fallbacks.tsx'
import { WitnessScreen } from '../witness/WitnessScreen.tsx'
import { BodyChart } from './bodyChart/BodyChart.tsx'
import { EditRecordScreen, NewRecordScreen } from './form/RecordFormScreens.tsx'
import { RecordListScreen } from './list/RecordListScreen.tsx'
import { RecordFrame, RecordScreen } from './page/RecordFrame.tsx'

export interface RecordScreens {
  readonly List: FunctionComponent
  readonly New: FunctionComponent
  readonly View: FunctionComponent
  readonly Edit: FunctionComponent
}

/** Kinds whose page shows more than facts and links. */
const Examination = ({ id }: { id: RecordId }) => (
  <RecordFrame
    key={id}
    kind="examination"
    id={id}
    lead={({ record }) => <BodyChart record={record} />}
  />
)

const VIEWS: Partial<Record<OpenKind, FunctionComponent<{ id: RecordId }>>> = {
  person: PersonScreen,
  examination: Examination,
  witness: WitnessScreen,
  case: CaseScreen,
}

function useRecordId(): RecordId | undefined {
  const { id } = useParams({ strict: false })
  return RecordId.safeParse(id).data
}

export function screensOf(kind: OpenKind): RecordScreens {
  return {
    List: () => <RecordListScreen kind={kind} />,
    New: () => <NewRecordScreen kind={kind} />,
    View: function View() {
      const id = useRecordId()
      const Own = VIEWS[kind]
      if (!id) return <NotFoundScreen />
      return Own ? <Own id={id} /> : <RecordScreen kind={kind} id={id} />
    },
    Edit: function Edit() {
      const id = useRecordId()
      return id ? <EditRecordScreen kind={kind} id={id} /> : <NotFoundScreen />
    },
  }
}
