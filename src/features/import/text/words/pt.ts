import type { PageWords } from './page-words';

/** Portuguese. */
export const pt: PageWords = {
  share: ['compartilhar', 'compartilhe'],
  shared: ['no', 'este', 'artigo', 'em', 'a', 'notícia', 'esta', 'com', 'amigos'],
  networks: ['facebook', 'twitter', 'link', 'copiar', 'imprimir'],
  commentVerbs: ['deixe', 'deixar'],
  commentNouns: ['comentário', 'comentários', 'resposta'],
  commentFillers: ['um', 'uma', 'seu', 'sua'],
  comments: ['comentários', 'comentário'],
  noticeTopics: ['e-mail', 'mail', 'campos', 'endereço'],
  noticeWords: [
    ...['o', 'seu', 'endereço', 'de', 'e', 'não', 'será', 'publicado'],
    ...['obrigatórios', 'são', 'marcados', 'com'],
  ],
  anywhere: ['publicidade', 'continua após a publicidade'],
  related: [
    ...['leia também', 'veja também', 'leia mais', 'notícias relacionadas'],
    ...['mais lidas'],
  ],
  edges: ['início', 'buscar', 'entrar', 'assine'],
  wrote: ['por'],
  dateWords: ['publicado', 'atualizado', 'em', 'às', 'de', 'h'],
  dateLabels: ['publicado', 'atualizado'],
  ago: ['há'],
  agoUnits: ['minuto', 'minutos', 'hora', 'horas', 'dia', 'dias'],
};
