/** The fields that the team defined (shared/model/custom.ts). They are made and changed as records of their kind. */
import { z } from 'zod'
import { CustomDefinition } from '../model/custom.ts'
import { Nothing, workspaceCall } from './define.ts'

export const fieldCalls = {
  /** Those in force and those retired, in the order in which they were made. */
  'fields.list': workspaceCall(Nothing, z.strictObject({ fields: z.array(CustomDefinition) })),
} as const
