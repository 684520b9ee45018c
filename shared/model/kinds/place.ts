/** A place with its names by language and by period, and under whose control it is. */
import * as f from '../field.ts'

export const place = {
  names: f.name({ danger: 1, disclosure: 'internal', listed: true }),
  type: f.oneOf(
    ['country', 'region', 'district', 'settlement', 'street', 'building', 'checkpoint', 'other'],
    { danger: 1, listed: true },
  ),
  within: f.ref('place', { danger: 1, listed: true }),
  /** Coarse on purpose: what is written to the house finds the house. */
  precision: f.oneOf(['exact', 'settlement', 'district', 'region'], { danger: 1 }),
  coordinates: f.text({ danger: 2 }),
  occupied: f.oneOf(['yes', 'no', 'partly'], { danger: 0 }),
  occupiedFrom: f.date({ danger: 0 }),
  occupiedTo: f.date({ danger: 0 }),
  note: f.longText({ danger: 2 }),
} as const
