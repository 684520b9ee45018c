/**
 * Chromium switches that must stand before the app is ready. They turn off everything that would reach for the
 * network or write to the disk by itself; sessionGuard.ts refuses what a page asks for, this what nobody asked for.
 */
import { app } from 'electron'
import { forbidCoreDumps } from '../vault/machine/coreDumps.ts'

/** Name → value; an empty value is a switch without one. */
export const SWITCHES: Readonly<Record<string, string>> = {
  // No name resolves and no address is reached, IP literals included, whoever asks.
  'host-resolver-rules': 'MAP * ~NOTFOUND',
  'disable-background-networking': '',
  'disable-component-update': '',
  'disable-domain-reliability': '',
  'disable-sync': '',
  'disable-breakpad': '',
  'dns-prefetch-disable': '',
  'no-pings': '',
  'metrics-recording-only': '',
  // WebRTC would send UDP past the resolver and past every request filter.
  'force-webrtc-ip-handling-policy': 'disable_non_proxied_udp',
  'webrtc-ip-handling-policy': 'disable_non_proxied_udp',
  // Nothing that was shown is cached on the disk, compiled code and shaders included.
  'disk-cache-size': '1',
  'media-cache-size': '1',
  'disable-http-cache': '',
  'disable-gpu-shader-disk-cache': '',
  'disable-features': [
    'AutofillServerCommunication',
    'CertificateTransparencyComponentUpdater',
    'MediaRouter',
    'NetworkTimeServiceQuerying',
    'OptimizationHints',
    'SpareRendererForSitePerProcess',
    'WebRtcHideLocalIpsWithMdns',
  ].join(','),
}

/**
 * Switches that would open the program to another one. A packaged build does not start with any of them; the
 * fuses (electron/packaging/fuses.ts) close the ways around that Node has of its own.
 */
export const REFUSED_SWITCHES = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'inspect',
  'inspect-brk',
  'js-flags',
  'load-extension',
  'log-net-log',
  'no-sandbox',
  'disable-web-security',
  'disable-site-isolation-trials',
  'proxy-server',
  'ssl-key-log-file',
  'enable-logging',
  'trace-startup',
] as const

export function setupSwitches(): void {
  for (const [name, value] of Object.entries(SWITCHES)) app.commandLine.appendSwitch(name, value)
  if (app.isPackaged && REFUSED_SWITCHES.some((name) => app.commandLine.hasSwitch(name))) {
    app.exit(1)
  }
  app.enableSandbox()
  // Again once the app is ready, for what Chromium has started by then; the notice comes from there.
  forbidCoreDumps()
  // New files are this user's alone, whatever the library that writes them thinks.
  process.umask(0o077)
}
