import { CANAUX_DE_CONTACT, type CanalDeContact } from '../domain/model.ts'

const CLE = 'pv-contact-canal'

/** How the last contact entered on this machine came: a desk takes visits, a call centre takes calls. */
export function dernierCanal(): CanalDeContact {
  try {
    const garde = localStorage.getItem(CLE)
    return CANAUX_DE_CONTACT.find((canal) => canal === garde) ?? 'guichet'
  } catch {
    return 'guichet'
  }
}

export function retenirLeCanal(canal: CanalDeContact): void {
  try {
    localStorage.setItem(CLE, canal)
  } catch {
    // a browser that refuses storage keeps the default
  }
}
