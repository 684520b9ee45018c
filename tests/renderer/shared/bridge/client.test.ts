import { describe, expect, it } from 'vitest'
import {
  ask,
  BridgeFailure,
  call,
  replaceBridge,
} from '../../../../renderer/shared/bridge/client.ts'
import { createDouble } from '../../../../renderer/shared/bridge/double.ts'
import { VaultError } from '../../../../shared/errors.ts'

describe('the client of the bridge', () => {
  it('sends an empty input where the contract asks for none', async () => {
    replaceBridge(createDouble({ 'session.lock': () => ({}) }))
    expect(await call('session.lock')).toEqual({ ok: true, value: {} })
  })
  it('never throws from `call`, not even when the bridge breaks', async () => {
    replaceBridge({
      call: () => Promise.reject(new Error('gone')),
      onEvent: () => () => undefined,
    })
    expect(await call('session.lock')).toEqual({ ok: false, error: { code: 'internal' } })
  })
  it('throws the code and the details from `ask`', async () => {
    replaceBridge(
      createDouble({
        'session.lock': () => {
          throw new VaultError('vault_in_use', { since: 5 })
        },
      }),
    )
    const failure = await ask('session.lock').catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(BridgeFailure)
    expect(failure).toMatchObject({ code: 'vault_in_use', details: { since: 5 } })
  })
})
