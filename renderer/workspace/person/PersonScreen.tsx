/** A person: names in all scripts, where they stand, what happened when, facts with their sources, history. */
import type { RecordId } from '../../../shared/ids.ts'
import { RecordFrame } from '../records/page/RecordFrame.tsx'
import { AddAbout } from './AddAbout.tsx'
import { MergedInto, MergePanel } from './Merge.tsx'
import { PersonLead } from './PersonLead.tsx'
import { TimelineView } from './TimelineView.tsx'
import { timelineOf } from './timeline.ts'

export function PersonScreen({ id }: { id: RecordId }) {
  return (
    <RecordFrame
      key={id}
      kind="person"
      id={id}
      subtitle={() => null}
      lead={(data) => (
        <>
          <MergedInto data={data} />
          <PersonLead data={data} />
          <TimelineView person={id} items={timelineOf(data.record, data.linked)} />
        </>
      )}
      aside={(data) => (
        <>
          <AddAbout person={id} />
          <MergePanel data={data} />
        </>
      )}
    />
  )
}
