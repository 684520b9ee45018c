/** The two fixed channels of the preload script. Alone in a file, because that script can load nothing else. */
export const CALL_CHANNEL = 'emanet:call'
export const EVENT_CHANNEL = 'emanet:event'
