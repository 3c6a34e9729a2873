import { expectPage, outlineOf } from './annotated-page';

describe('parseTextPage on pages in Latin script', () => {
  it('reads an English page', () => {
    const page = expectPage(`
title        | Ceasefire talks resume in Cairo as mediators press both sides
             |
byline       | By Jane Doe
reading-time | 5 min read
             |
paragraph    | Talks on a ceasefire resumed in Cairo on Tuesday (June 11), two officials said.
             |
paragraph    | “We are closer than ever,” one of them said.
             |
caption      | Antony Blinken meets Egypt’s president in Cairo. (Reuters)
             |
heading      | What happens next?
             |
paragraph    | The delegations will meet again on Thursday, according to the Associated Press (AP).
             |
alt          | A convoy of trucks at a border crossing
caption      | Aid trucks wait at the Rafah crossing [Mohammed Salem/Reuters]
             |
heading      | A long road
             |
paragraph    | Few expect a quick deal. “It will take weeks (if not months).”
             |
furniture    | Share this article
furniture    | Leave a comment
             |
furniture    | Leave a Reply
             |
furniture    | Your email address will not be published. Required fields are marked *
`);
    expect(page.byline).toBe('Jane Doe');
    expect(page.statedReadingTimeMinutes).toBe(5);
    expect(page.sections.map(({ heading, paragraphs }) => [heading, paragraphs.length])).toEqual([
      [null, 2],
      ['What happens next?', 1],
      ['A long road', 1],
    ]);
    expect(page.sections.flatMap(({ images }) => images)).toEqual([
      {
        alt: null,
        caption: 'Antony Blinken meets Egypt’s president in Cairo.',
        credit: 'Reuters',
      },
      {
        alt: 'A convoy of trucks at a border crossing',
        caption: 'Aid trucks wait at the Rafah crossing',
        credit: 'Mohammed Salem/Reuters',
      },
    ]);
  });

  it('reads the team’s name twice, a label before the minutes and a form in full', () => {
    const page = expectPage(`
title        | Why coral reefs glow at night
byline       | Science desk
reading-time | By Science desk 4 minutes read
             |
paragraph    | Marine biologists have long wondered why some corals glow.
             |
heading      | A borrowed light
             |
caption      | Corals off the coast of Okinawa (AFP)
             |
paragraph    | The answer may be in the algae that live inside them.
             |
furniture    | Share on Facebook
furniture    | Copy link
furniture    | 3 Comments
furniture    | Name *
furniture    | Email *
furniture    | Save my name in this browser for the next time I comment.
furniture    | Post Comment
`);
    expect(page.byline).toBe('Science desk');
    expect(page.statedReadingTimeMinutes).toBe(4);
    expect(outlineOf(page)).toEqual([
      [null, 1, []],
      ['A borrowed light', 1, [[null, 'AFP']]],
    ]);
  });

  it('reads a page with a label before the minutes, and no byline', () => {
    const page = expectPage(`
title        | Markets close higher
reading-time | Reading time: 2 minutes
             |
paragraph    | Shares rose on Monday.
             |
heading      | Oil slips
             |
paragraph    | Brent crude fell 1 percent.
`);
    expect(page.byline).toBeNull();
    expect(page.statedReadingTimeMinutes).toBe(2);
    expect(outlineOf(page)).toEqual([
      [null, 1, []],
      ['Oil slips', 1, []],
    ]);
  });

  it('reads a byline alone, and a headline that is a question', () => {
    const page = expectPage(`
title        | Is the world ready for another El Niño?
             |
byline       | John Smith
             |
paragraph    | Forecasters say the odds are rising.
             |
paragraph    | Farmers are not so sure!
`);
    expect(page.byline).toBe('John Smith');
    expect(page.statedReadingTimeMinutes).toBeNull();
  });

  it('reads byline, date and minutes on one line', () => {
    const page = expectPage(`
title        | Election results delayed
             |
reading-time | By Amina Yusuf | June 11, 2024 | 3 min read
             |
paragraph    | The commission asked for patience.
`);
    expect(page.byline).toBe('Amina Yusuf');
    expect(page.statedReadingTimeMinutes).toBe(3);
  });

  it('takes a comment link below the headline for no comment form', () => {
    const page = expectPage(`
title        | City opens its first night market
byline       | By Omar Khan
furniture    | Leave a comment
             |
paragraph    | The market opened on Friday.
             |
paragraph    | Hundreds came.
             |
furniture    | Leave a comment
furniture    | Your email address will not be published
`);
    expect(page.byline).toBe('Omar Khan');
  });

  it('takes the lines of a list for no headings', () => {
    const page = expectPage(`
title        | Five things to know today
byline       | By News Desk
             |
paragraph    | Here is what to watch:
             |
paragraph    | A vote in parliament
             |
paragraph    | A ruling on fishing rights
             |
paragraph    | A rocket launch
             |
heading      | The vote
             |
paragraph    | Lawmakers meet at noon.
`);
    expect(page.sections.map(({ heading }) => heading)).toEqual([null, 'The vote']);
  });

  it('keeps a last line without a full stop, and two headings in a row', () => {
    const page = expectPage(`
title        | Museum reopens
byline       | By Lena Roth
             |
paragraph    | The museum reopened today.
             |
heading      | Visiting
             |
heading      | Hours and tickets
             |
paragraph    | Doors open at nine.
             |
paragraph    | Tickets are free on Sundays
`);
    expect(outlineOf(page)).toEqual([
      [null, 1, []],
      ['Visiting', 0, []],
      ['Hours and tickets', 2, []],
    ]);
  });

  it('reads a German and a French page', () => {
    const german = expectPage(`
title        | Bahn plant neue Nachtzüge
byline       | Von Petra Müller
reading-time | Lesezeit: 2 Minuten
             |
paragraph    | Die Bahn will ab Herbst neue Nachtzüge einsetzen.
             |
caption      | Ein Nachtzug in Wien (dpa)
             |
furniture    | Artikel teilen
furniture    | Schreibe einen Kommentar
furniture    | Deine E-Mail-Adresse wird nicht veröffentlicht. Erforderliche Felder sind mit * markiert
`);
    expect([german.byline, german.statedReadingTimeMinutes]).toEqual(['Petra Müller', 2]);
    const french = expectPage(`
title        | Le Louvre ouvre une nouvelle aile
byline       | Par Claire Dubois
reading-time | Temps de lecture : 3 minutes
             |
paragraph    | Le musée du Louvre inaugure mardi une nouvelle aile.
             |
heading      | Un chantier de dix ans
             |
paragraph    | Les travaux ont duré dix ans.
             |
furniture    | Partager
furniture    | Laisser un commentaire
furniture    | Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *
`);
    expect([french.byline, french.statedReadingTimeMinutes]).toEqual(['Claire Dubois', 3]);
  });

  it('takes a call for comments in the middle for no end of the page', () => {
    const page = expectPage(`
title        | How to talk to children about the news
byline       | By Nora Lind
             |
paragraph    | Children hear more than we think.
             |
furniture    | Start the conversation
             |
paragraph    | Ask what they have heard.
             |
paragraph    | Listen before you explain.
             |
furniture    | Share
`);
    expect(page.sections[0]?.paragraphs).toHaveLength(3);
  });

  it('leaves the readers’ comments, and the heading of their block, to the furniture', () => {
    const page = expectPage(`
title        | Harbour bridge reopens
byline       | By Nora Lind
             |
paragraph    | The bridge reopened on Sunday.
             |
furniture    | Your thoughts
furniture    | 2 Comments
             |
furniture    | Sam
furniture    | Great news for commuters.
             |
furniture    | Leave a Reply
`);
    expect(page.sections[0]?.paragraphs).toEqual(['The bridge reopened on Sunday.']);
  });

  it('keeps a short last paragraph without a full stop that stands apart from the buttons', () => {
    const page = expectPage(`
title        | Harbour bridge reopens
byline       | By Nora Lind
             |
paragraph    | The bridge reopened on Sunday.
             |
paragraph    | More follows
             |
furniture    | Share
furniture    | Facebook
`);
    expect(page.sections[0]?.paragraphs).toHaveLength(2);
  });
});
