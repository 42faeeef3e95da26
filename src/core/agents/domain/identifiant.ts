/** A login as it is stored and compared: « J.Martin » and « j.martin » are one account. */
export const identifiantCanonique = (saisi: string): string => saisi.normalize('NFC').trim().toLowerCase()
