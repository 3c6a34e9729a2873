import { hasControlCharacters, hasLoneSurrogates } from '../../../lib/text';
import { readIdPrefix } from '../../../platform/ids';
import {
  maxAltLength,
  maxCaptionLength,
  maxCreditLength,
  maxPixels,
  maxUrlLength,
} from './article-bounds';
import type { CheckedImage, ImageEdit } from './article-edit';
import { checkLine, type FaultSink } from './check-text';
import type { ImageContent } from './snapshot';

/** Longer than any id of the service. Units: UTF-16 code units. */
const maxIdLength = 100;

type Writable<Fields> = { -readonly [Name in keyof Fields]: Fields[Name] };

/** Checks an image's fields, and puts them into the form in which they are stored. */
export function checkImage(
  image: ImageEdit,
  path: readonly string[],
  faults: FaultSink,
): CheckedImage {
  const fields: Writable<Partial<Omit<ImageContent, 'id'>>> = {};
  const lines = { alt: maxAltLength, caption: maxCaptionLength, credit: maxCreditLength } as const;
  for (const name of ['alt', 'caption', 'credit'] as const) {
    const sent = image[name];
    if (sent === undefined) continue;
    const at = { path: [...path, name], maxLength: lines[name] };
    fields[name] = sent === null ? null : (checkLine(sent, at, faults) ?? null);
  }
  if (image.fileId !== undefined) fields.fileId = checkFileId(image.fileId, path, faults);
  if (image.url !== undefined) fields.url = checkUrl(image.url, path, faults);
  for (const name of ['width', 'height'] as const) {
    const sent = image[name];
    if (sent !== undefined) fields[name] = checkWhole(sent, [...path, name], maxPixels, faults);
  }
  if (image.id === undefined || image.id === null) requireSubstance(image, path, faults);
  return { path, id: image.id ?? null, fields };
}

/** Checks a whole number from 1 to a limit. */
export function checkWhole(
  sent: number | null,
  path: readonly string[],
  limit: number,
  faults: FaultSink,
): number | null {
  if (sent === null || (Number.isInteger(sent) && sent >= 1 && sent <= limit)) return sent;
  faults.add({ kind: 'outOfRange', path, limit });
  return null;
}

/** An image that is not known by its id needs something to be known by. */
function requireSubstance(image: ImageEdit, path: readonly string[], faults: FaultSink): void {
  const { fileId, url, alt, caption } = image;
  const isEmpty = [fileId, url, alt, caption].every((sent) => (sent ?? '').trim() === '');
  if (isEmpty) faults.add({ kind: 'imageEmpty', path });
}

/** Whether a text has the form of a file's id. */
export function isFileId(text: string): boolean {
  return text.length <= maxIdLength && readIdPrefix(text) === 'file';
}

function checkFileId(
  sent: string | null,
  path: readonly string[],
  faults: FaultSink,
): string | null {
  if (sent === null) return null;
  if (isFileId(sent)) return sent;
  faults.add({ kind: 'fileUnknown', path: [...path, 'fileId'] });
  return null;
}

function checkUrl(sent: string | null, path: readonly string[], faults: FaultSink): string | null {
  if (sent === null) return null;
  const url = readWebAddress(sent);
  if (url === null) faults.add({ kind: 'urlForm', path: [...path, 'url'] });
  return url;
}

/** The address as the URL standard writes it; null where it cannot be an image's. */
function readWebAddress(sent: string): string | null {
  if (sent.length > maxUrlLength) return null;
  if (/\s/u.test(sent) || hasControlCharacters(sent) || hasLoneSurrogates(sent)) return null;
  if (!URL.canParse(sent)) return null;
  const { protocol, username, password, href } = new URL(sent);
  const isOfTheWeb = protocol === 'http:' || protocol === 'https:';
  const isOpen = username === '' && password === '';
  return isOfTheWeb && isOpen && href.length <= maxUrlLength ? href : null;
}
