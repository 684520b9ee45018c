/** The land of the map, read once for all maps of the program. */
import { useQuery } from '@tanstack/react-query'
import { loadLand } from './land.ts'

export const useLand = () =>
  useQuery({ queryKey: ['land'], queryFn: loadLand, gcTime: Number.POSITIVE_INFINITY })
