import { phraseOf, phraseSet } from '../../../lib/phrases';

/** What cameras, scanners and programs write by themselves where a person would write something. */
const defaults = phraseSet(
  ...['OLYMPUS DIGITAL CAMERA', 'SONY DSC', 'MINOLTA DIGITAL CAMERA', 'KONICA MINOLTA'],
  ...['KONICA MINOLTA DIGITAL CAMERA', 'PENTAX DIGITAL CAMERA', 'DIGITAL CAMERA', 'DIGITAL IMAGE'],
  ...['KODAK Digital Still Camera', 'SAMSUNG', 'SAMSUNG CAMERA PICTURES', 'SAMSUNG DIGITAL CAMERA'],
  ...['NIKON', 'CANON', 'MEDION DIGITAL CAMERA', 'CASIO COMPUTER CO LTD', 'RICOH', 'MAGINON'],
  ...['Exif_JPEG_PICTURE', 'Exif JPEG', 'JPEG PICTURE', 'default', 'untitled', 'none', 'unknown'],
  ...['n/a', 'user comments', 'binary comment', 'charset=ascii', 'my caption', 'screenshot'],
  ...['Created with GIMP', 'Created with The GIMP', 'Picasa', 'Adobe Photoshop', 'Photographer'],
  ...['Your Name', 'Camera Owner', 'Owner Name', 'Copyright', 'All rights reserved', 'admin'],
  ...['Microsoft Office User', 'cof', 'dav', 'rhdr', 'hdrpl', 'bty', 'dig'],
  ...['بدون عنوان', 'غير معروف', 'مجهول'],
);

/** A default is short, so a longer text need not be compared. Units: UTF-16 code units. */
const maxDefaultLength = 60;

const fileName =
  /^(?:[a-z]:)?[\p{L}\p{N}_\\/. ()-]{1,60}\.(?:jpe?g|png|tiff?|webp|avif|gif|heic|nef|cr[23]|arw|dng|psd)$/iu;
const cameraName =
  /^(?:_?dscn?|dscf|img|imgp|pict|p|dji|gopr|mvi|wp|pano|dcim)[_\-\d\\/a-z]*\d{2,}$/iu;
const processedWith = /^(?:processed with|edited with|shot on|taken with) [\w ]{2,30}$/iu;
const kenox = /^<.{1,40}>$/u;

/** Whether a text says nothing about its picture: a camera's default, a program's, a file's name. */
export function isBoilerplate(text: string): boolean {
  if (text.length > maxDefaultLength) return false;
  if ([fileName, cameraName, processedWith, kenox].some((pattern) => pattern.test(text)))
    return true;
  return defaults.has(phraseOf(text));
}
