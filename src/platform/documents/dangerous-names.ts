const PROGRAMS = new Set(
  'exe dll com scr pif msi msp cpl sys drv jar apk app deb rpm dmg pkg xll ocx appx msix gadget'.split(' '),
)
const SCRIPTS = new Set(
  'bat cmd ps1 psm1 vbs vbe js jse mjs ws wsf wsh hta lnk reg sh bash zsh csh py pyc rb pl php chm scf url inf sct ade adp mde application one iqy slk desktop settingcontent-ms'.split(
    ' ',
  ),
)
const MACRO_DOCUMENTS = new Set('docm dotm xlsm xltm xlam xlsb pptm potm ppsm ppam sldm'.split(' '))

/** What the extension alone forbids, whatever the content. */
export function dangerOfExtension(extension: string): 'executable' | 'script' | 'macros' | null {
  if (PROGRAMS.has(extension)) return 'executable'
  if (SCRIPTS.has(extension)) return 'script'
  return MACRO_DOCUMENTS.has(extension) ? 'macros' : null
}
