import type { PageWords } from './page-words';

/** German. */
export const de: PageWords = {
  share: ['teilen', 'teile'],
  shared: [
    ...['artikel', 'auf', 'den', 'diesen', 'beitrag', 'per', 'mit'],
    ...['freunden', 'via', 'über', 'dieser'],
  ],
  networks: [
    ...['facebook', 'twitter', 'link', 'kopieren', 'drucken', 'e', 'mail'],
    ...['merken', 'speichern'],
  ],
  commentVerbs: [
    ...['schreibe', 'schreiben', 'hinterlasse', 'hinterlassen'],
    ...['kommentieren', 'verfassen'],
  ],
  commentNouns: ['kommentar', 'kommentare', 'antwort'],
  commentFillers: [
    ...['einen', 'eine', 'ihren', 'deinen', 'ersten', 'sie', 'du', 'als'],
    ...['erster', 'den'],
  ],
  commentLines: [
    ...['kommentar schreiben', 'kommentar hinterlassen'],
    ...['kommentar verfassen', 'kommentar abschicken'],
    ...['antworten abbrechen', 'kommentare sind geschlossen'],
  ],
  comments: ['kommentare', 'kommentar'],
  noticeTopics: ['mail', 'felder', 'namen', 'adresse'],
  noticeWords: [
    ...['deine', 'ihre', 'e', 'wird', 'nicht', 'veröffentlicht'],
    ...['erforderliche', 'pflichtfelder', 'sind', 'mit', 'markiert'],
    ...['meinen', 'name', 'und', 'website', 'in', 'diesem', 'browser'],
    ...['für', 'die', 'nächste', 'kommentierung', 'speichern', 'einem'],
    ...['gekennzeichnet'],
  ],
  anywhere: [
    ...['anzeige', 'werbung', 'zum inhalt springen', 'artikel anhören'],
    ...['artikel vorlesen', 'weiter zum inhalt', 'artikel merken'],
    ...['empfohlener externer inhalt', 'gesponsert', 'externer inhalt'],
    ...['weiterlesen nach der anzeige', 'artikel teilen', 'vorlesen'],
    ...['drucken', 'merken', 'zur merkliste hinzufügen', 'stand'],
  ],
  imageMarks: ['bild vergrößern', 'bild in lightbox öffnen', 'vergrößern'],
  related: [
    ...['mehr zum thema', 'lesen sie auch', 'lesen sie mehr'],
    ...['das könnte sie auch interessieren', 'auch interessant'],
    ...['verwandte artikel', 'meistgelesen', 'mehr aus dem ressort'],
    ...['weitere artikel', 'weitere themen', 'meistgelesene artikel'],
    ...['lesen sie hier', 'siehe auch', 'zum thema', 'mehr lesen'],
    ...['verwandte themen'],
  ],
  topics: ['schlagworte', 'themen'],
  edges: [
    ...['startseite', 'menü', 'suche', 'anmelden', 'abonnieren'],
    ...['newsletter', 'abo', 'themen', 'schlagworte', 'impressum'],
    ...['datenschutz', 'kontakt', 'zur startseite', 'e-paper', 'mehr'],
    ...['folgen sie uns', 'newsletter abonnieren'],
    ...['alle rechte vorbehalten', 'nach oben', 'nutzungsbedingungen'],
    ...['agb'],
  ],
  sections: [
    ...['politik', 'wirtschaft', 'sport', 'kultur', 'panorama'],
    ...['gesellschaft', 'wissen', 'wissenschaft', 'ausland', 'inland'],
    ...['meinung', 'nachrichten', 'digital', 'reise', 'gesundheit'],
    ...['lokales', 'regional', 'region', 'feuilleton', 'finanzen'],
    ...['karriere', 'leben', 'netzwelt'],
  ],
  reserved: ['vorbehalten'],
  rights: ['alle', 'rechte', 'vorbehalten', 'copyright'],
  beginnings: [
    ...['deine e-mail-adresse', 'ihre e-mail-adresse'],
    ...['erforderliche felder', 'alle rechte', 'abonnieren sie'],
    ...['melden sie sich', 'meinen namen'],
  ],
  wrote: ['von'],
  writerLabels: ['autor', 'autorin', 'text', 'bericht'],
  desks: [
    ...['redaktion', 'die redaktion', 'von unserem korrespondenten'],
    ...['eigener bericht', 'unserer redaktion'],
  ],
  contributors: ['mit material von', 'mit agenturmaterial'],
  dateWords: [
    ...['veröffentlicht', 'aktualisiert', 'am', 'um', 'uhr', 'stand'],
    ...['vom', 'zuletzt', 'den', 'der', 'erschienen', 'lesezeit'],
    ...['geändert', 'von', 'mesz', 'mez', 'h', 'erstellt', 'heute'],
    ...['gestern'],
  ],
  dateLabels: [
    ...['veröffentlicht', 'aktualisiert', 'stand', 'erschienen'],
    ...['geändert', 'erstellt'],
  ],
  ago: ['vor'],
  agoUnits: [
    ...['sekunden', 'minuten', 'minute', 'stunde', 'stunden', 'tag'],
    ...['tagen', 'tage', 'woche', 'wochen', 'monat', 'monaten', 'jahr'],
    ...['jahren', 'einer', 'einem', 'min', 'std'],
  ],
  changeLabels: ['aktualisiert', 'geändert', 'zuletzt'],
};
