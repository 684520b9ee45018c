/**
 * Words of a list for comparing, whatever their capitals: `DOĞUM TARİHİ` and `Doğum tarihi`, `KADIN` and `kadın` are
 * one. Turkish and Crimean Tatar have two letters i, and lower-casing without a language takes each capital for the
 * other's; which language a list is in nobody knows, so all four are one letter here.
 */
export const caseless = (text: string): string =>
  lowerCase(text).replaceAll('ı', 'i').normalize('NFC')

/** Lower case to be shown; `İ` becomes `i`, without the dot above it that `toLowerCase` leaves as a letter of its own. */
export const lowerCase = (text: string): string =>
  text.normalize('NFC').toLowerCase().replaceAll('i\u0307', 'i')
