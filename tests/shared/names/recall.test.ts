/** Recall over invented people; the limits are those the engine promises. */
import { expect, it } from 'vitest'
import { inventPeople } from '../../support/names/invented.ts'
import { engine, recall } from '../../support/names/recall.ts'

it('finds a person among others by every spelling, case and most slips', () => {
  const people = inventPeople(60, 'people of the test')
  const others = inventPeople(2000, 'others of the test').flatMap(
    ({ spellings }, place) => spellings[place % 17]?.text ?? [],
  )
  const scores = recall(people, others, engine, 1)
  const share = (group: string) => {
    const { asked, found } = scores.get(group) ?? { asked: 0, found: 0 }
    expect(asked).toBeGreaterThan(100)
    return found / asked
  }
  expect(share('nominative')).toBeGreaterThanOrEqual(0.99)
  expect(share('inflected')).toBeGreaterThanOrEqual(0.98)
  expect(share('misprint')).toBeGreaterThanOrEqual(0.95)
})
