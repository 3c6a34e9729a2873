import { writeArticle } from '../support/builders';
import { search } from '../support/search';
import { startApp, type TestApp } from '../support/start-app';

let service: TestApp;

const publish = (slug: string, locale: string, title: string, body: string) =>
  writeArticle(service, {
    slug,
    locale,
    title,
    byline: null,
    sections: [{ heading: null, body, images: [] }],
  });

const find = async (query: string) =>
  (await search(service, { query, first: 50 })).nodes.map(({ slug }) => slug).sort();

/** What is marked in the texts of the first article that is found. */
const marked = async (query: string) => {
  const { edges } = await search(service, { query, first: 1 });
  return (edges[0]?.highlights ?? []).flatMap(({ text, ranges }) =>
    ranges.map(({ start, end }) => text.slice(start, end)),
  );
};

beforeAll(async () => {
  service = await startApp({ environment: { RESPONSE_CACHE: 'false' } });
});

afterAll(() => service.stop());

describe('searchArticles, for words beside an apostrophe', () => {
  beforeAll(async () => {
    await publish(
      'fr1',
      'fr',
      'À Paris',
      "L’Assemblée nationale vote l’immigration, l'énergie et d’airain. Jusqu’au soir, l’avocat attend aujourd’hui.",
    );
    await publish(
      'fr2',
      'fr-CA',
      'Ailleurs',
      "Assemblée, immigration et énergie. Avocat. Aujourd'hui.",
    );
    await publish('it1', 'it', 'A Roma', 'Il voto dell’Unione e l’acqua.');
    await publish('it2', 'it', 'Altrove', 'Unione europea, acqua.');
    await publish('ca1', 'ca', 'A Barcelona', 'L’Ajuntament d’Olot.');
    await publish('ca2', 'ca', 'Lluny', 'Ajuntament i Olot.');
    await publish(
      'tr1',
      'tr',
      'Haberler',
      "Ankara'da toplandı, İstanbul'un sesi, Türkiye’nin yolu, Erdoğan‘la görüştü, 2019’da.",
    );
    await publish('tr2', 'tr', 'Başka', 'Ankara, İstanbul, Türkiye, Erdoğan, 2019.');
    await publish('en1', 'en', 'A visit', 'O’Brien didn`t come to the minister’s house.');
  });

  it.each([
    ['Assemblée ', ['fr1', 'fr2']],
    ["L'Assemblée ", ['fr1', 'fr2']],
    ['immigration ', ['fr1', 'fr2']],
    ['énergie ', ['fr1', 'fr2']],
    ['avocat ', ['fr1', 'fr2']],
    ["aujourd'hui ", ['fr1', 'fr2']],
    ['aujourdʼhui ', ['fr1', 'fr2']],
    ['unione ', ['it1', 'it2']],
    ["dell'unione ", ['it1', 'it2']],
    ['acqua ', ['it1', 'it2']],
    ['ajuntament ', ['ca1', 'ca2']],
    ['d’Olot ', ['ca1', 'ca2']],
    ['Ankara ', ['tr1', 'tr2']],
    ['Ankara’ya ', ['tr1', 'tr2']],
    ['İstanbul ', ['tr1', 'tr2']],
    ['Türkiye ', ['tr1', 'tr2']],
    ['Erdoğan ', ['tr1', 'tr2']],
    ['2019 ', ['tr1', 'tr2']],
    ['"Assemblée nationale"', ['fr1']],
    ['"L’Assemblée nationale"', ['fr1']],
    ["O'Brien ", ['en1']],
    ['minister ', ['en1']],
  ])('finds every article that holds the word, for %j', async (query, slugs) => {
    expect(await find(query)).toEqual(slugs);
  });

  it('marks the word without what is elided before it or added behind it', async () => {
    expect(await marked('immigration nationale ')).toEqual(['nationale', 'immigration']);
    expect(await marked('Ankara toplandı ')).toEqual(['Ankara', 'toplandı']);
  });

  it('suggests the word that articles hold, as they write it, and never what was typed', async () => {
    expect((await search(service, 'airainn ')).suggestion).toBe('airain ');
    expect((await search(service, 'Assamblée ')).suggestion).toBe('Assemblée ');
    for (const query of ['airain ', 'Assemblée ', 'énergie ', 'aujourd’hui ']) {
      expect((await search(service, query)).suggestion).toBeNull();
    }
  });
});

describe('searchArticles, for numbers', () => {
  beforeAll(async () => {
    await publish('war', 'ar', 'حرب 1973', 'وقعت الحرب في 1973 وتذكرها الصحف في ٢٠٢٤ و2023.');
    await publish('flight', 'en', 'Flight MS804', 'Call 0501234567 about flight MS804 for 45300.');
  });

  it.each(['1974 ', '2026 ', '0501234568 ', '45301 ', 'MS805 ', '٢٠٢٥ ', 'ms80 '])(
    'guesses no other number for %j',
    async (query) => {
      const { nodes, suggestion } = await search(service, query);
      expect([nodes, suggestion]).toEqual([[], null]);
    },
  );

  it('marks no other number beside words that are found', async () => {
    expect(await marked('الحرب 2026 ')).not.toContain('2023');
    expect((await search(service, 'الحرب 2026 ')).suggestion).toBeNull();
  });

  it('finds a number in any digits, and one that is still being typed', async () => {
    expect(await find('2024 ')).toEqual(['war']);
    expect(await find('١٩٧٣')).toEqual(['war']);
    expect(await find('MS80')).toEqual(['flight']);
  });
});

describe('searchArticles, for one word with the hamza on another seat', () => {
  beforeAll(async () => {
    await publish('seat-1', 'ar', 'خبر أول', 'قال مسئول كبير إن شئون الهيئة بيد المسئولين.');
    await publish('seat-2', 'ar', 'خبر ثان', 'قال مسؤول كبير إن شؤون الهيأة بيد المسؤولين.');
  });

  it.each(['مسئول ', 'مسؤول ', 'المسئولين ', 'المسؤولين ', 'شئون ', 'شؤون ', 'هيئة ', 'هيأة '])(
    'finds both spellings for %j',
    async (query) => {
      expect(await find(query)).toEqual(['seat-1', 'seat-2']);
    },
  );
});
