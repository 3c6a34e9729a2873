import type { PageWords } from './page-words';

/** Spanish. */
export const es: PageWords = {
  share: ['compartir', 'comparte'],
  shared: [
    ...['en', 'este', 'artículo', 'la', 'noticia', 'por', 'con', 'esta'],
    ...['el', 'tus', 'amigos', 'via'],
  ],
  networks: [
    ...['facebook', 'twitter', 'enlace', 'copiar', 'imprimir', 'correo'],
    ...['guardar', 'email', 'linkedin'],
  ],
  commentVerbs: [
    ...['deja', 'dejar', 'escribe', 'escribir', 'añade', 'añadir', 'ver'],
    ...['comenta'],
  ],
  commentNouns: ['comentario', 'comentarios', 'respuesta'],
  commentFillers: ['un', 'una', 'tu', 'el', 'los', 'primer', 'todos', 'aquí'],
  commentLines: [
    ...['cancelar la respuesta', 'comentarios cerrados'],
    ...['publicar el comentario', 'normas de participación'],
  ],
  comments: ['comentarios', 'comentario'],
  noticeTopics: ['correo', 'campos', 'nombre', 'dirección'],
  noticeWords: [
    ...['tu', 'su', 'electrónico', 'no', 'será', 'publicada', 'publicado'],
    ...['los', 'obligatorios', 'están', 'marcados', 'con', 'guarda', 'mi'],
    ...['y', 'web', 'en', 'este', 'navegador', 'para', 'la', 'próxima'],
    ...['vez', 'que', 'comente', 'de', 'un', 'asterisco'],
  ],
  anywhere: [
    ...['publicidad', 'escuchar', 'saltar publicidad', 'ir al contenido'],
    ...['saltar al contenido', 'contenido patrocinado', 'enlace copiado'],
    ...['anuncio', 'escuchar este artículo', 'regala este artículo'],
    ...['seguir leyendo', 'publicidad continúa leyendo', 'guardar'],
    ...['compartir en facebook', 'para seguir leyendo'],
  ],
  imageMarks: ['ampliar foto', 'ver imagen', 'ampliar imagen'],
  related: [
    ...['más información', 'lee también', 'lea también'],
    ...['te puede interesar', 'también te puede interesar'],
    ...['noticias relacionadas', 'lo más visto', 'lo más leído'],
    ...['más noticias', 'artículos relacionados', 'ver también'],
    ...['relacionado', 'archivado en', 'recomendamos'],
    ...['temas relacionados', 'otras noticias'],
  ],
  topics: ['etiquetas', 'temas', 'archivado en', 'temas relacionados'],
  edges: [
    ...['inicio', 'menú', 'buscar', 'iniciar sesión', 'suscríbete'],
    ...['suscribirse', 'boletín', 'newsletter', 'temas', 'etiquetas'],
    ...['portada', 'síguenos', 'más', 'contacto', 'aviso legal'],
    ...['última hora', 'en directo', 'todos los derechos reservados'],
    ...['volver arriba', 'suscríbete a la newsletter'],
  ],
  sections: [
    ...['españa', 'internacional', 'política', 'economía', 'deportes'],
    ...['cultura', 'sociedad', 'opinión', 'ciencia', 'tecnología', 'salud'],
    ...['mundo', 'madrid', 'cataluña', 'américa', 'méxico', 'argentina'],
    ...['colombia', 'sucesos', 'nacional', 'negocios', 'clima'],
    ...['educación', 'gente', 'televisión', 'andalucía'],
  ],
  reserved: ['reservados'],
  rights: ['todos', 'los', 'derechos', 'reservados', 'copyright'],
  beginnings: [
    ...['tu dirección de correo', 'los campos obligatorios'],
    ...['guarda mi nombre', 'todos los derechos', 'suscríbete', 'síguenos'],
  ],
  wrote: ['por'],
  writerLabels: ['autor', 'autora', 'texto', 'redacción'],
  desks: ['redacción', 'agencias', 'la redacción', 'el país', 'efe'],
  contributors: ['con información de'],
  dateWords: [
    ...['publicado', 'publicada', 'actualizado', 'actualizada', 'el', 'a'],
    ...['las', 'la', 'de', 'del', 'última', 'actualización', 'h', 'cest'],
    ...['cet', 'hora', 'horas', 'en', 'hoy', 'ayer', 'edt', 'creado'],
    ...['modificado', 'y'],
  ],
  dateLabels: [
    ...['publicado', 'publicada', 'actualizado', 'actualizada'],
    ...['actualización', 'creado', 'modificado'],
  ],
  ago: ['hace'],
  agoUnits: [
    ...['segundos', 'minuto', 'minutos', 'hora', 'horas', 'día', 'días'],
    ...['semana', 'semanas', 'mes', 'meses', 'año', 'años', 'un', 'una'],
  ],
  changeLabels: ['actualizado', 'actualizada', 'actualización', 'modificado'],
};
