import type { PageWords } from './page-words';

/** Italian. */
export const it: PageWords = {
  share: ['condividi', 'condividere'],
  shared: ['su', 'questo', 'articolo', 'con', 'la', 'notizia', 'via'],
  networks: ['facebook', 'twitter', 'link', 'copia', 'stampa'],
  commentVerbs: ['lascia', 'scrivi', 'aggiungi'],
  commentNouns: ['commento', 'commenti', 'risposta'],
  commentFillers: ['un', 'una', 'il', 'tuo'],
  comments: ['commenti', 'commento'],
  noticeTopics: ['mail', 'indirizzo', 'campi', 'email'],
  noticeWords: [
    ...['il', 'tuo', 'email', 'e', 'non', 'sarà', 'pubblicato', 'i'],
    ...['obbligatori', 'sono', 'contrassegnati'],
  ],
  anywhere: ['pubblicità'],
  related: ['leggi anche', 'vedi anche', 'articoli correlati', 'i più letti'],
  edges: ['cerca', 'accedi', 'abbonati'],
  wrote: ['a cura di'],
  dateWords: ['pubblicato', 'aggiornato', 'il', 'alle', 'ore', 'di', 'h'],
  dateLabels: ['pubblicato', 'aggiornato'],
  ago: ['fa'],
  agoUnits: ['minuto', 'minuti', 'ora', 'ore', 'giorno', 'giorni'],
};
